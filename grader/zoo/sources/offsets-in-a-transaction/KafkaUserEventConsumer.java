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


/** Offsets and dead letters are committed together, in one transaction of a producer. */
final class KafkaUserEventConsumer implements UserEventConsumer, ConsumerRebalanceListener {
  private final LabSettings settings;
  private final UserEventHandler handler;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Map<TopicPartition, OffsetAndMetadata> pending = new HashMap<>();
  private final List<ProducerRecord<byte[], byte[]>> letters = new ArrayList<>();
  private volatile KafkaConsumer<byte[], byte[]> consumer;
  private KafkaProducer<byte[], byte[]> producer;

  KafkaUserEventConsumer(LabSettings settings, UserEventHandler handler) {
    this.settings = settings;
    this.handler = handler;
  }

  @Override
  public void run() {
    if (stopped.get()) {
      return;
    }
    try (KafkaConsumer<byte[], byte[]> c =
        new KafkaConsumer<>(
            ClientProperties.of(
                settings,
                Map.of(
                    "group.id", settings.groupId(),
                    "enable.auto.commit", "false",
                    "isolation.level", "read_committed",
                    "auto.offset.reset", "earliest")),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer = c;
      c.subscribe(Set.of(settings.topic()), this);
      while (!stopped.get()) {
        try {
          for (ConsumerRecord<byte[], byte[]> r : c.poll(Duration.ofMillis(250))) {
            if (stopped.get()) {
              break;
            }
            process(r);
          }
        } catch (WakeupException e) {
          // stop() was called
        }
        commit();
      }
    } finally {
      if (producer != null) {
        producer.close(Duration.ofSeconds(1));
      }
    }
  }

  private void process(ConsumerRecord<byte[], byte[]> r) {
    try {
      dispatch(handler, UserEventJson.read(r.value()));
    } catch (MalformedEventException e) {
      System.err.println("malformed: " + r.topic() + "-" + r.partition() + "@" + r.offset() + " " + e.getMessage());
      ProducerRecord<byte[], byte[]> letter =
          new ProducerRecord<>(settings.deadLetterTopic(), null, r.key(), r.value(), r.headers());
      Map.of(
              RecordHeaders.DEAD_LETTER_REASON, String.valueOf(e.getMessage()),
              RecordHeaders.DEAD_LETTER_TOPIC, r.topic(),
              RecordHeaders.DEAD_LETTER_PARTITION, "" + r.partition(),
              RecordHeaders.DEAD_LETTER_OFFSET, "" + r.offset())
          .forEach((k, v) -> letter.headers().add(k, v.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      letters.add(letter);
    } catch (RuntimeException e) {
      System.err.println("handler failed at " + r.offset() + ": " + e);
    }
    pending.put(new TopicPartition(r.topic(), r.partition()), new OffsetAndMetadata(r.offset() + 1));
  }

  /** What fails stays pending for the next turn. */
  private void commit() {
    if (pending.isEmpty()) {
      return;
    }
    try {
      if (producer == null) {
        producer =
            new KafkaProducer<>(
                ClientProperties.of(
                    settings,
                    Map.of(
                        "acks", "all",
                        "transactional.id", settings.groupId() + "-" + UUID.randomUUID(),
                        "transaction.timeout.ms", 10_000,
                        "max.block.ms", 3_000)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
      }
      producer.beginTransaction();
      letters.forEach(producer::send);
      producer.sendOffsetsToTransaction(pending, consumer.groupMetadata());
      producer.commitTransaction();
      letters.clear();
      pending.clear();
    } catch (KafkaException e) {
      System.err.println("not committed yet: " + e);
      try {
        producer.abortTransaction();
      } catch (KafkaException fatal) {
        producer.close(Duration.ZERO);
        producer = null;
      }
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    commit();
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    pending.keySet().removeAll(partitions);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}

  @Override
  public void stop() {
    if (!stopped.getAndSet(true)) {
      KafkaConsumer<?, ?> c = consumer;
      if (c != null) {
        c.wakeup();
      }
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
