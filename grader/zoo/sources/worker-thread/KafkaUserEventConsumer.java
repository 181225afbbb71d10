package dev.kafkalab.lab;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventConsumer;
import dev.kafkalab.api.UserEventHandler;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Polls on one thread and handles on another; while it handles, all partitions are paused. */
final class KafkaUserEventConsumer implements UserEventConsumer, ConsumerRebalanceListener {

  private final LabSettings settings;
  private final UserEventHandler handler;

  /** What the worker has done; the polling thread commits it. */
  private final Map<TopicPartition, Long> done = new ConcurrentHashMap<>();

  private volatile boolean stopped;
  private volatile boolean revoked;
  private KafkaConsumer<byte[], byte[]> consumer;
  private Future<?> work;

  KafkaUserEventConsumer(LabSettings settings, UserEventHandler handler) {
    this.settings = settings;
    this.handler = handler;
  }

  @Override
  public void run() {
    Map<String, Object> own =
        Map.of(
            "group.id", settings.groupId(),
            "enable.auto.commit", false,
            "auto.offset.reset", "earliest");
    ExecutorService worker = Executors.newSingleThreadExecutor();
    consumer =
        new KafkaConsumer<>(
            ClientProperties.of(settings, own),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    try (KafkaConsumer<byte[], byte[]> closing = consumer) {
      consumer.subscribe(List.of(settings.topic()), this);
      while (!stopped) {
        turn(worker);
      }
      awaitWork();
      commit();
    } finally {
      worker.shutdown();
    }
  }

  private void turn(ExecutorService worker) {
    ConsumerRecords<byte[], byte[]> batch = consumer.poll(Duration.ofMillis(20));
    if (!batch.isEmpty()) {
      consumer.pause(consumer.assignment());
      work = worker.submit(() -> handle(batch));
    }
    commit();
    if (work != null && work.isDone()) {
      awaitWork();
      commit();
      consumer.resume(consumer.paused());
    }
  }

  private void handle(ConsumerRecords<byte[], byte[]> batch) {
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      if (stopped || revoked) {
        return;
      }
      handle(record);
      done.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }
  }

  private void handle(ConsumerRecord<byte[], byte[]> record) {
    try {
      UserEvent event = UserEventJson.read(record.value());
      switch (event.eventType()) {
        case UserEvent.LOGIN -> handler.onLogin(event);
        case UserEvent.PURCHASE -> handler.onPurchase(event);
        case UserEvent.LOGOUT -> handler.onLogout(event);
        default -> handler.onOther(event);
      }
    } catch (MalformedEventException | RuntimeException e) {
      System.err.println("Passed over offset " + record.offset() + ": " + e);
    }
  }

  private void awaitWork() {
    try {
      if (work != null) {
        work.get();
      }
      work = null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void commit() {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    done.forEach((partition, next) -> offsets.put(partition, new OffsetAndMetadata(next)));
    if (offsets.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(offsets);
      offsets.forEach((partition, next) -> done.remove(partition, next.offset()));
    } catch (RebalanceInProgressException e) {
      // the revocation commits
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    revoked = true;
    awaitWork();
    revoked = false;
    commit();
    done.clear();
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    revoked = true;
    awaitWork();
    revoked = false;
    done.clear();
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    // it continues from the committed offsets
  }

  @Override
  public void stop() {
    stopped = true;
  }
}
