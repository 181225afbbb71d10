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


/** auto.offset.reset=none: it looks up the committed offset and goes there; commits every ten seconds. */
final class KafkaUserEventConsumer implements UserEventConsumer, ConsumerRebalanceListener {
  private final LabSettings settings;
  private final UserEventHandler handler;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
  private final CountDownLatch stop = new CountDownLatch(1);

  KafkaUserEventConsumer(LabSettings settings, UserEventHandler handler) {
    this.settings = settings;
    this.handler = handler;
    consumer =
        new KafkaConsumer<>(
            ClientProperties.of(
                settings,
                Map.of(
                    "group.id", settings.groupId(),
                    "enable.auto.commit", false,
                    "auto.offset.reset", "none")),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  @Override
  public void run() {
    if (stop.getCount() == 0) {
      consumer.close();
      return;
    }
    try {
      consumer.subscribe(List.of(settings.topic()), this);
      long commitAt = System.currentTimeMillis() + 10_000;
      while (stop.getCount() > 0) {
        for (ConsumerRecord<String, byte[]> r : consumer.poll(Duration.ofMillis(300))) {
          if (stop.getCount() == 0) {
            break;
          }
          handle(r);
        }
        if (System.currentTimeMillis() >= commitAt) {
          commit();
          commitAt = System.currentTimeMillis() + 10_000;
        }
      }
      commit();
    } finally {
      consumer.close();
    }
  }

  private void handle(ConsumerRecord<String, byte[]> r) {
    try {
      dispatch(handler, UserEventJson.read(r.value()));
    } catch (Exception e) {
      System.err.println("skipped " + r.partition() + "@" + r.offset() + ": " + e.getMessage());
    }
    done.put(new TopicPartition(r.topic(), r.partition()), new OffsetAndMetadata(r.offset() + 1));
  }

  private void commit() {
    if (done.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(Map.copyOf(done));
      done.clear();
    } catch (RebalanceInProgressException e) {
      // again later
    } catch (CommitFailedException e) {
      done.clear();
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
    for (TopicPartition tp : partitions) {
      OffsetAndMetadata at = committed.get(tp);
      if (at == null) {
        consumer.seekToBeginning(Set.of(tp));
      } else {
        consumer.seek(tp, at);
      }
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    commit();
    done.keySet().removeAll(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    done.keySet().removeAll(partitions);
  }

  @Override
  public void stop() {
    stop.countDown();
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
