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

/** One thread polls and fills a queue, one handles; polling stops only while the queue is full. */
final class KafkaUserEventConsumer implements UserEventConsumer {
  private static final int FULL = 2_000;
  private final LabSettings settings;
  private final UserEventHandler handler;
  private final BlockingQueue<ConsumerRecord<byte[], byte[]>> queue = new LinkedBlockingQueue<>();
  private final Map<TopicPartition, Long> done = new HashMap<>(); // guarded by this
  private final Object inHand = new Object(); // held while a record is handled
  private Set<TopicPartition> owned = Set.of(); // guarded by inHand
  private volatile boolean stopped;

  KafkaUserEventConsumer(LabSettings settings, UserEventHandler handler) {
    this.settings = settings;
    this.handler = handler;
  }

  @Override
  public void run() {
    Thread worker = new Thread(this::work, "worker");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            ClientProperties.of(
                settings,
                Map.of("group.id", settings.groupId(), "enable.auto.commit", "false", "auto.offset.reset", "earliest")),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(
          List.of(settings.topic()),
          new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> gone) {
              forget(gone);
              commit(consumer);
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> gone) {
              forget(gone);
              synchronized (KafkaUserEventConsumer.this) {
                done.clear();
              }
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> mine) {
              synchronized (inHand) {
                owned = new HashSet<>(consumer.assignment());
              }
            }
          });
      worker.start();
      while (!stopped) {
        consumer.poll(Duration.ofMillis(100)).forEach(queue::add);
        if (queue.size() > FULL) {
          consumer.pause(consumer.assignment());
        } else {
          consumer.resume(consumer.paused());
        }
        commit(consumer);
      }
      end(worker);
      commit(consumer);
    } finally {
      stopped = true;
    }
  }

  /** Waits for the record in hand and throws away what is queued of these partitions. */
  private void forget(Collection<TopicPartition> gone) {
    synchronized (inHand) {
      owned = new HashSet<>(owned);
      owned.removeAll(gone);
      queue.removeIf(r -> gone.contains(new TopicPartition(r.topic(), r.partition())));
    }
  }

  private void work() {
    try {
      while (!stopped) {
        ConsumerRecord<byte[], byte[]> head = queue.poll(20, TimeUnit.MILLISECONDS);
        if (head == null) {
          continue;
        }
        synchronized (inHand) {
          TopicPartition tp = new TopicPartition(head.topic(), head.partition());
          if (stopped || !owned.contains(tp)) {
            continue;
          }
          handle(head);
          synchronized (this) {
            done.put(tp, head.offset() + 1);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(ConsumerRecord<byte[], byte[]> r) {
    try {
      dispatch(handler, UserEventJson.read(r.value()));
    } catch (MalformedEventException e) {
      System.err.println("malformed: " + r.topic() + "-" + r.partition() + "@" + r.offset());
    } catch (RuntimeException e) {
      System.err.println("handler: " + e);
    }
  }

  private static void end(Thread worker) {
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void commit(KafkaConsumer<?, ?> consumer) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    synchronized (this) {
      done.forEach((tp, next) -> offsets.put(tp, new OffsetAndMetadata(next)));
    }
    if (offsets.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(offsets);
    } catch (RebalanceInProgressException e) {
      return; // the next turn
    } catch (CommitFailedException e) {
      System.err.println("others go on: " + e.getMessage());
    }
    synchronized (this) {
      offsets.forEach((tp, o) -> done.remove(tp, o.offset()));
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
