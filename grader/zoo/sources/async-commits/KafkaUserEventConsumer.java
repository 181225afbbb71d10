package dev.kafkalab.lab;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventConsumer;
import dev.kafkalab.api.UserEventHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Looks at a flag after each poll; stop() does not wake it. */
final class KafkaUserEventConsumer implements UserEventConsumer {

  private final LabSettings settings;
  private final UserEventHandler handler;
  private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
  private volatile boolean stopped;

  KafkaUserEventConsumer(LabSettings settings, UserEventHandler handler) {
    this.settings = settings;
    this.handler = handler;
  }

  @Override
  public void run() {
    Map<String, Object> own =
        Map.of(
            "group.id", settings.groupId(),
            "enable.auto.commit", "false",
            "auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            ClientProperties.of(settings, own), new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(
          List.of(settings.topic()),
          new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
              done.clear();
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
              consumer.commitSync(done);
            }
          });
      while (!stopped) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          if (stopped) {
            break;
          }
          handle(record);
        }
        if (!done.isEmpty()) {
          consumer.commitAsync(Map.copyOf(done), null);
        }
      }
      if (!done.isEmpty()) {
        consumer.commitSync(done);
      }
    }
  }

  private void handle(ConsumerRecord<String, String> record) {
    try {
      String text = record.value();
      dispatch(UserEventJson.read(text == null ? null : text.getBytes(StandardCharsets.UTF_8)));
    } catch (MalformedEventException | RuntimeException e) {
      System.err.println("Skipped " + record.topic() + " at " + record.offset() + ": " + e);
    }
    done.put(
        new TopicPartition(record.topic(), record.partition()),
        new OffsetAndMetadata(record.offset() + 1));
  }

  private void dispatch(UserEvent event) {
    switch (event.eventType()) {
      case "login" -> handler.onLogin(event);
      case "purchase" -> handler.onPurchase(event);
      case "logout" -> handler.onLogout(event);
      default -> handler.onOther(event);
    }
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
