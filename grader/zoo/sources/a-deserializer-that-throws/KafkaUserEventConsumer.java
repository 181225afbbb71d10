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


/** The deserializer throws; the loop steps over. New group protocol; commits every five seconds. */
public final class KafkaUserEventConsumer implements UserEventConsumer {
  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(5);
  private final LabSettings settings;
  private final UserEventHandler handler;
  private final AtomicReference<KafkaConsumer<String, UserEvent>> current = new AtomicReference<>();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Map<TopicPartition, OffsetAndMetadata> next = new ConcurrentHashMap<>();
  private long last = System.nanoTime();

  public static final class EventDeserializer implements Deserializer<UserEvent> {
    @Override
    public UserEvent deserialize(String topic, byte[] data) {
      try {
        return UserEventJson.read(data);
      } catch (MalformedEventException e) {
        throw new SerializationException("no event: " + e.getMessage(), e);
      }
    }
  }

  KafkaUserEventConsumer(LabSettings settings, UserEventHandler handler) {
    this.settings = settings;
    this.handler = handler;
  }

  @Override
  public void run() {
    if (stopped.get()) {
      return;
    }
    Map<String, Object> own = new HashMap<>();
    own.put("group.id", settings.groupId());
    own.put("group.protocol", "consumer");
    own.put("enable.auto.commit", false);
    own.put("auto.offset.reset", "earliest");
    own.put("key.deserializer", StringDeserializer.class.getName());
    own.put("value.deserializer", EventDeserializer.class.getName());
    try (KafkaConsumer<String, UserEvent> c = new KafkaConsumer<>(ClientProperties.of(settings, own))) {
      current.set(c);
      c.subscribe(
          List.of(settings.topic()),
          new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
              commitSync(c);
              next.keySet().removeAll(partitions);
            }

            @Override
            public void onPartitionsLost(Collection<TopicPartition> partitions) {
              next.keySet().removeAll(partitions);
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
          });
      try {
        while (!stopped.get()) {
          turn(c);
        }
      } catch (WakeupException e) {
        // stop()
      }
      commitSync(c);
    }
  }

  private void turn(KafkaConsumer<String, UserEvent> c) {
    ConsumerRecords<String, UserEvent> batch;
    try {
      batch = c.poll(next.isEmpty() ? Duration.ofMinutes(1) : Duration.ofNanos(Math.max(1, INTERVAL - (System.nanoTime() - last))));
    } catch (RecordDeserializationException e) {
      System.err.println("passing over " + e.topicPartition() + " at " + e.offset() + ": " + e.getCause());
      c.seek(e.topicPartition(), e.offset() + 1);
      next.put(e.topicPartition(), new OffsetAndMetadata(e.offset() + 1));
      return;
    }
    for (ConsumerRecord<String, UserEvent> r : batch) {
      if (stopped.get()) {
        return;
      }
      if (r.value() == null) {
        System.err.println("passing over a record without a value at " + r.offset());
      } else {
        try {
          dispatch(handler, r.value());
        } catch (RuntimeException e) {
          System.err.println("handler failed at " + r.offset() + ": " + e);
        }
      }
      if (next.isEmpty()) {
        last = System.nanoTime(); // the first one that is not committed
      }
      next.put(new TopicPartition(r.topic(), r.partition()), new OffsetAndMetadata(r.offset() + 1, r.leaderEpoch(), ""));
    }
    if (!next.isEmpty() && System.nanoTime() - last >= INTERVAL) {
      commitSync(c);
    }
  }

  private void commitSync(KafkaConsumer<?, ?> c) {
    for (int i = 0; i < 2 && !next.isEmpty(); i++) {
      try {
        c.commitSync(new HashMap<>(next));
        next.clear();
      } catch (WakeupException e) {
        // once more
      } catch (CommitFailedException e) {
        System.err.println("commit failed: " + e);
        next.clear();
      }
    }
    last = System.nanoTime();
  }

  @Override
  public void stop() {
    if (stopped.compareAndSet(false, true)) {
      Optional.ofNullable(current.get()).ifPresent(KafkaConsumer::wakeup);
    }
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
