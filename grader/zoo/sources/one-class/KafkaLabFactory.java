package dev.kafkalab.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.api.DeliveryListener;
import dev.kafkalab.api.LabFactory;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.TopicSetup;
import dev.kafkalab.api.UserActivity;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventConsumer;
import dev.kafkalab.api.UserEventHandler;
import dev.kafkalab.api.UserEventProducer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.WakeupException;

/** The whole lab in one class, as one writes it in an afternoon. */
public class KafkaLabFactory implements LabFactory {

  private static final ObjectMapper mapper = new ObjectMapper();

  private static Properties properties(LabSettings settings) {
    Properties properties = new Properties();
    properties.putAll(settings.clientProperties());
    return properties;
  }

  @Override
  public TopicSetup topicSetup(LabSettings settings) {
    return () -> {
      try (AdminClient admin = AdminClient.create(properties(settings))) {
        admin.createTopics(List.of(new NewTopic(settings.topic(), 3, (short) 1))).all().get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof TopicExistsException) {
          return;
        }
        throw new RuntimeException(e);
      } catch (InterruptedException e) {
        throw new RuntimeException(e);
      }
    };
  }

  @Override
  public UserEventProducer producer(LabSettings settings, DeliveryListener listener) {
    Properties properties = properties(settings);
    properties.put("key.serializer", "org.apache.kafka.common.serialization.StringSerializer");
    properties.put("value.serializer", "org.apache.kafka.common.serialization.StringSerializer");
    properties.put("acks", "all");
    KafkaProducer<String, String> producer = new KafkaProducer<>(properties);
    AtomicBoolean open = new AtomicBoolean(true);
    return new UserEventProducer() {
      @Override
      public boolean send(UserEvent event) {
        if (!open.get()) {
          return false;
        }
        try {
          ObjectNode json = mapper.createObjectNode();
          json.put("event_type", event.eventType());
          json.put("user_id", event.userId());
          json.put("timestamp", event.timestamp().toEpochMilli() / 1000.0);
          event.data().forEach((name, value) -> json.set(name, mapper.valueToTree(value)));
          producer.send(
              new ProducerRecord<>(
                  settings.topic(), event.userId(), mapper.writeValueAsString(json)),
              (metadata, exception) -> {
                if (exception == null) {
                  listener.delivered(event, metadata.partition(), metadata.offset());
                } else {
                  listener.failed(event, exception);
                }
              });
          return true;
        } catch (Exception e) {
          return false;
        }
      }

      @Override
      public void close() {
        open.set(false);
        producer.flush();
        producer.close();
      }
    };
  }

  @Override
  public UserEventConsumer consumer(LabSettings settings, UserEventHandler handler) {
    Properties properties = properties(settings);
    properties.put("group.id", settings.groupId());
    properties.put("enable.auto.commit", "false");
    properties.put("auto.offset.reset", "earliest");
    properties.put("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
    properties.put(
        "value.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
    KafkaConsumer<String, String> consumer = new KafkaConsumer<>(properties);
    AtomicBoolean running = new AtomicBoolean(true);
    return new UserEventConsumer() {
      @Override
      public void run() {
        try {
          consumer.subscribe(List.of(settings.topic()));
          while (running.get()) {
            var records = consumer.poll(Duration.ofMillis(500));
            for (ConsumerRecord<String, String> record : records) {
              process(record, handler);
            }
            if (!records.isEmpty()) {
              consumer.commitSync();
            }
          }
        } catch (WakeupException e) {
          consumer.commitSync();
        } finally {
          consumer.close();
        }
      }

      @Override
      public void stop() {
        running.set(false);
        consumer.wakeup();
      }
    };
  }

  private static void process(ConsumerRecord<String, String> record, UserEventHandler handler) {
    try {
      JsonNode json = mapper.readTree(record.value());
      if (!json.path("user_id").isTextual()
          || !json.path("event_type").isTextual()
          || !json.path("timestamp").isNumber()) {
        System.err.println("not an event: " + record.value());
        return;
      }
      Map<String, Object> data = new HashMap<>(mapper.convertValue(json, Map.class));
      data.keySet().removeAll(Set.of("user_id", "event_type", "timestamp"));
      UserEvent event =
          new UserEvent(
              json.get("user_id").asText(),
              json.get("event_type").asText(),
              Instant.ofEpochMilli(Math.round(json.get("timestamp").asDouble() * 1000)),
              data);
      if (event.eventType().equals("login")) {
        handler.onLogin(event);
      } else if (event.eventType().equals("purchase")) {
        handler.onPurchase(event);
      } else if (event.eventType().equals("logout")) {
        handler.onLogout(event);
      } else {
        handler.onOther(event);
      }
    } catch (Exception e) {
      System.err.println("skipping " + record.offset() + ": " + e.getMessage());
    }
  }

  @Override
  public UserActivity userActivity() {
    return new Activity();
  }

  private static class Activity implements UserActivity {
    Set<String> online = new TreeSet<>();
    Map<String, Integer> logins = new TreeMap<>();
    Map<String, BigDecimal> revenue = new TreeMap<>();

    @Override
    public void onLogin(UserEvent event) {
      online.add(event.userId());
      logins.put(event.userId(), logins.getOrDefault(event.userId(), 0) + 1);
    }

    @Override
    public void onPurchase(UserEvent event) {
      if (event.data().get("amount") instanceof Number n) {
        revenue.merge(event.userId(), new BigDecimal(n.toString()), BigDecimal::add);
      }
    }

    @Override
    public void onLogout(UserEvent event) {
      online.remove(event.userId());
    }

    @Override
    public void onOther(UserEvent event) {}

    @Override
    public Set<String> onlineUsers() {
      return online;
    }

    @Override
    public Map<String, Integer> loginsByUser() {
      return logins;
    }

    @Override
    public Map<String, BigDecimal> revenueByUser() {
      return revenue;
    }
  }
}
