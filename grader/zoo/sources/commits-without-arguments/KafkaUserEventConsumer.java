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


/** Handles each batch to its end and commits its position, without arguments; async, and sync at the end. */
final class KafkaUserEventConsumer implements UserEventConsumer {
  private final LabSettings settings;
  private final UserEventHandler handler;
  private volatile boolean running = true;

  KafkaUserEventConsumer(LabSettings settings, UserEventHandler handler) {
    this.settings = settings;
    this.handler = handler;
  }

  @Override
  public void run() {
    if (!running) {
      return;
    }
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            ClientProperties.of(
                settings,
                Map.of("group.id", settings.groupId(), "enable.auto.commit", "false", "auto.offset.reset", "earliest",
                    "max.poll.records", 50)),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    try {
      consumer.subscribe(List.of(settings.topic()), new ConsumerRebalanceListener() {
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
          try {
            consumer.commitSync();
          } catch (CommitFailedException e) {
            System.err.println(e);
          }
        }

        public void onPartitionsLost(Collection<TopicPartition> partitions) {}

        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
      });
      do {
        ConsumerRecords<byte[], byte[]> batch = consumer.poll(Duration.ofMillis(150));
        batch.forEach(this::handle);
        if (!batch.isEmpty()) {
          consumer.commitAsync(
              (offsets, failure) -> {
                if (failure != null) {
                  System.err.println("the next commit makes up for " + offsets + ": " + failure);
                }
              });
        }
      } while (running);
      for (int attempt = 1; ; attempt++) {
        try {
          consumer.commitSync();
          break;
        } catch (RebalanceInProgressException | CommitFailedException e) {
          if (attempt == 3) {
            break;
          }
          consumer.pause(consumer.assignment());
          consumer.poll(Duration.ofMillis(100)).forEach(this::handle);
        }
      }
    } finally {
      consumer.close();
    }
  }

  private void handle(ConsumerRecord<byte[], byte[]> r) {
    UserEvent e;
    try {
      e = UserEventJson.read(r.value());
    } catch (MalformedEventException x) {
      System.err.println("poison at " + r.topic() + "/" + r.partition() + "/" + r.offset());
      return;
    }
    try {
      dispatch(handler, e);
    } catch (Throwable t) {
      System.err.println("handler: " + t);
    }
  }

  @Override
  public void stop() {
    running = false;
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
