package dev.kafkalab.lab;

import dev.kafkalab.api.*;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import org.apache.kafka.clients.consumer.*;
import org.apache.kafka.clients.producer.*;
import org.apache.kafka.common.*;
import org.apache.kafka.common.errors.*;
import org.apache.kafka.common.serialization.*;


/** Gathers records for a second and a half, then handles and commits them together. */
final class KafkaUserEventConsumer implements UserEventConsumer {
  private static final int LARGEST = 500;
  private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(1_500);
  private final LabSettings settings;
  private final UserEventHandler handler;
  private final List<ConsumerRecord<String, String>> window = new ArrayList<>();
  private long opened;
  private volatile boolean stopped;

  KafkaUserEventConsumer(LabSettings settings, UserEventHandler handler) {
    this.settings = settings;
    this.handler = handler;
  }

  @Override
  public void run() {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            ClientProperties.of(
                settings,
                Map.of(
                    "group.id", settings.groupId(),
                    "enable.auto.commit", "false",
                    "auto.offset.reset", "earliest")),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(
          List.of(settings.topic()),
          new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
              // These are not handled yet: the partition's next owner reads them.
              window.removeIf(r -> partitions.contains(new TopicPartition(r.topic(), r.partition())));
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
          });
      while (!stopped) {
        for (ConsumerRecord<String, String> r : consumer.poll(Duration.ofMillis(100))) {
          if (window.isEmpty()) {
            opened = System.nanoTime();
          }
          window.add(r);
        }
        if (window.size() >= LARGEST || !window.isEmpty() && System.nanoTime() - opened >= WINDOW) {
          handleWindow(consumer);
        }
      }
      // What is still in the window was neither handled nor committed: the next start reads it.
    }
  }

  private void handleWindow(KafkaConsumer<String, String> consumer) {
    Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    for (ConsumerRecord<String, String> r : window) {
      if (stopped) {
        break;
      }
      try {
        dispatch(handler, UserEventJson.read(r.value()));
      } catch (MalformedEventException e) {
        System.err.println("malformed at " + r.partition() + "@" + r.offset() + ": " + r.value());
      } catch (RuntimeException e) {
        e.printStackTrace();
      }
      done.put(new TopicPartition(r.topic(), r.partition()), new OffsetAndMetadata(r.offset() + 1));
    }
    window.clear();
    if (!done.isEmpty()) {
      try {
        consumer.commitSync(done);
      } catch (CommitFailedException | RebalanceInProgressException e) {
        System.err.println("others will handle these again: " + e);
      }
    }
  }

  @Override
  public void stop() {
    stopped = true;
  }

  private static void dispatch(UserEventHandler handler, UserEvent event) {
    switch (event.eventType()) {
      case "login" -> handler.onLogin(event);
      case "purchase" -> handler.onPurchase(event);
      case "logout" -> handler.onLogout(event);
      default -> handler.onOther(event);
    }
  }
}
