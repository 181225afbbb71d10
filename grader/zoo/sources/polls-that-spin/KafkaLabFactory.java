package dev.kafkalab.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kafkalab.api.*;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.*;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.*;
import org.apache.kafka.common.serialization.*;

/** All in one; one record for each poll, a commit for each record, three tries for each event. */
public class KafkaLabFactory implements LabFactory {
  static final ObjectMapper JSON = new ObjectMapper();

  static Map<String, Object> with(LabSettings s, Object... more) {
    Map<String, Object> m = new HashMap<>(s.clientProperties());
    for (int i = 0; i < more.length; i += 2) {
      m.put((String) more[i], more[i + 1]);
    }
    return m;
  }

  public TopicSetup topicSetup(LabSettings s) {
    return () -> {
      try (Admin a = Admin.create(with(s))) {
        a.createTopics(List.of(new NewTopic(s.topic(), 3, (short) 1))).all().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw new RuntimeException(e.getCause());
        }
      } catch (InterruptedException e) {
        throw new RuntimeException(e);
      }
    };
  }

  public UserEventProducer producer(LabSettings s, DeliveryListener listener) {
    KafkaProducer<byte[], byte[]> p =
        new KafkaProducer<>(with(s, "acks", "all", "enable.idempotence", "true"), new ByteArraySerializer(), new ByteArraySerializer());
    return new UserEventProducer() {
      boolean closed;

      public synchronized boolean send(UserEvent e) {
        if (closed) {
          return false;
        }
        Map<String, Object> m = new TreeMap<>(e.data());
        m.put("user_id", e.userId());
        m.put("event_type", e.eventType());
        m.put("timestamp", BigDecimal.valueOf(e.timestamp().toEpochMilli(), 3));
        try {
          byte[] value = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(m);
          RecordMetadata where =
              p.send(new ProducerRecord<>(s.topic(), e.userId().getBytes(StandardCharsets.UTF_8), value)).get();
          listener.delivered(e, where.partition(), where.offset());
        } catch (JsonProcessingException x) {
          return false;
        } catch (ExecutionException x) {
          listener.failed(e, (Exception) x.getCause());
        } catch (KafkaException x) {
          return false;
        } catch (InterruptedException x) {
          Thread.currentThread().interrupt();
          return false;
        }
        return true;
      }

      public synchronized void close() {
        closed = true;
        p.close();
      }
    };
  }

  public UserEventConsumer consumer(LabSettings s, UserEventHandler handler) {
    Map<String, BiConsumer<UserEventHandler, UserEvent>> methods =
        Map.of(
            "login", UserEventHandler::onLogin,
            "purchase", UserEventHandler::onPurchase,
            "logout", UserEventHandler::onLogout);
    return new UserEventConsumer() {
      volatile boolean stopped;

      public void run() {
        try (Consumer<String, String> c =
            new KafkaConsumer<>(
                with(s, "group.id", s.groupId(), "enable.auto.commit", "false", "auto.offset.reset", "earliest",
                    "max.poll.records", 1, "client.id", "one by one"),
                new StringDeserializer(),
                new StringDeserializer())) {
          c.subscribe(Set.of(s.topic()));
          Map<TopicPartition, Integer> tries = new HashMap<>();
          while (!stopped) {
            ConsumerRecords<String, String> records = c.poll(Duration.ZERO);
            if (records.isEmpty()) {
              Thread.onSpinWait();
              continue;
            }
            ConsumerRecord<String, String> r = records.iterator().next();
            TopicPartition tp = new TopicPartition(r.topic(), r.partition());
            try {
              UserEvent e = parse(r.value());
              methods.getOrDefault(e.eventType(), UserEventHandler::onOther).accept(handler, e);
            } catch (IllegalArgumentException e) {
              System.err.println("not an event: " + tp + "@" + r.offset() + " = " + r.value());
            } catch (RuntimeException e) {
              if (tries.merge(tp, 1, Integer::sum) < 3) {
                c.seek(tp, r.offset());
                continue;
              }
              System.err.println("gave up " + tp + "@" + r.offset() + ": " + e);
            }
            tries.remove(tp);
            try {
              c.commitSync(Map.of(tp, new OffsetAndMetadata(r.offset() + 1)));
            } catch (CommitFailedException | RebalanceInProgressException e) {
              System.err.println("not committed, so it comes again: " + e.getMessage());
            }
          }
        }
      }

      public void stop() {
        stopped = true;
      }
    };
  }

  static UserEvent parse(String text) {
    try {
      Map<String, Object> m = text == null ? null : JSON.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
      if (m != null
          && m.remove("user_id") instanceof String u
          && m.remove("event_type") instanceof String t
          && m.remove("timestamp") instanceof Number n) {
        return new UserEvent(u, t, Instant.ofEpochMilli(new BigDecimal(n.toString()).movePointRight(3).longValue()), m);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
    throw new IllegalArgumentException("no event");
  }

  public UserActivity userActivity() {
    Set<String> online = new HashSet<>();
    Map<String, Integer> logins = new HashMap<>();
    Map<String, BigDecimal> revenue = new HashMap<>();
    return new UserActivity() {
      public void onLogin(UserEvent e) {
        online.add(e.userId());
        logins.compute(e.userId(), (u, n) -> n == null ? 1 : n + 1);
      }

      public void onPurchase(UserEvent e) {
        Object amount = e.data().get("amount");
        if (amount instanceof Number) {
          revenue.merge(e.userId(), new BigDecimal(amount.toString()), BigDecimal::add);
        }
      }

      public void onLogout(UserEvent e) {
        online.remove(e.userId());
      }

      public void onOther(UserEvent e) {}

      public Set<String> onlineUsers() {
        return Set.copyOf(online);
      }

      public Map<String, Integer> loginsByUser() {
        return Map.copyOf(logins);
      }

      public Map<String, BigDecimal> revenueByUser() {
        return Map.copyOf(revenue);
      }
    };
  }
}
