package dev.kafkalab.lab;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventConsumer;
import dev.kafkalab.api.UserEventHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Commits each partition of a batch by itself. */
final class KafkaUserEventConsumer implements UserEventConsumer {

  private final LabSettings settings;
  private final UserEventHandler handler;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final AtomicReference<KafkaConsumer<String, Optional<UserEvent>>> open =
      new AtomicReference<>();

  KafkaUserEventConsumer(LabSettings settings, UserEventHandler handler) {
    this.settings = settings;
    this.handler = handler;
  }

  /** Never throws: a malformed record is an empty Optional. */
  private static final class Events implements Deserializer<Optional<UserEvent>> {
    @Override
    public Optional<UserEvent> deserialize(String topic, byte[] data) {
      try {
        return Optional.of(UserEventJson.read(data));
      } catch (MalformedEventException e) {
        return Optional.empty();
      }
    }
  }

  @Override
  public void run() {
    Map<String, Object> own =
        Map.of(
            "group.id", settings.groupId(),
            "enable.auto.commit", false,
            "max.poll.records", 40,
            "auto.offset.reset", "earliest");
    try (KafkaConsumer<String, Optional<UserEvent>> consumer =
        new KafkaConsumer<>(
            ClientProperties.of(settings, own), new StringDeserializer(), new Events())) {
      open.set(consumer);
      consumer.subscribe(List.of(settings.topic()));
      while (!stopped()) {
        handle(consumer, consumer.poll(Duration.ofSeconds(5)));
      }
    } catch (WakeupException e) {
      // stop() was called while it polled: all that was handled is committed
    }
  }

  private boolean stopped() {
    return stop.getCount() == 0;
  }

  private void handle(
      KafkaConsumer<String, Optional<UserEvent>> consumer,
      ConsumerRecords<String, Optional<UserEvent>> batch) {
    for (TopicPartition partition : batch.partitions()) {
      long next = -1;
      for (ConsumerRecord<String, Optional<UserEvent>> record : batch.records(partition)) {
        if (stopped()) {
          break;
        }
        handle(record);
        next = record.offset() + 1;
      }
      if (next >= 0) {
        commit(consumer, Map.of(partition, new OffsetAndMetadata(next)));
      }
    }
  }

  private static void commit(
      KafkaConsumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> offsets) {
    for (int attempt = 0; attempt < 2; attempt++) {
      try {
        consumer.commitSync(offsets);
        return;
      } catch (WakeupException e) {
        // stop() came while this waited: once more, and the loop sees it
      } catch (RebalanceInProgressException e) {
        return; // the partition's next owner reads these again
      }
    }
  }

  private void handle(ConsumerRecord<String, Optional<UserEvent>> record) {
    // Kafka's client does not ask a deserializer about a null.
    UserEvent event = record.value() == null ? null : record.value().orElse(null);
    if (event == null) {
      System.err.println("Skipped offset " + record.offset());
      return;
    }
    try {
      switch (event.eventType()) {
        case "login" -> handler.onLogin(event);
        case "purchase" -> handler.onPurchase(event);
        case "logout" -> handler.onLogout(event);
        default -> handler.onOther(event);
      }
    } catch (RuntimeException e) {
      System.err.println("The handler failed at offset " + record.offset() + ": " + e);
    }
  }

  @Override
  public void stop() {
    stop.countDown();
    KafkaConsumer<?, ?> consumer = open.get();
    if (consumer != null) {
      consumer.wakeup();
    }
  }
}
