package dev.kafkalab.lab;

import static org.apache.kafka.clients.producer.ProducerConfig.ACKS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.LINGER_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.MAX_BLOCK_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.lab.Reading.Malformed;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends malformed records to the dead-letter topic; the producer is opened for the first one. */
final class DeadLetters implements AutoCloseable {

  private static final Duration MAX_BLOCK = Duration.ofMillis(1_500);

  /**
   * A letter counts as delivered only when the broker has confirmed it. The waits are short, so
   * that the consumer can stop within seconds even when the broker is unavailable.
   */
  private static final Map<String, Object> OWN_PROPERTIES =
      Map.of(
          ACKS_CONFIG,
          "all",
          ENABLE_IDEMPOTENCE_CONFIG,
          true,
          LINGER_MS_CONFIG,
          0,
          MAX_BLOCK_MS_CONFIG,
          MAX_BLOCK.toMillis(),
          REQUEST_TIMEOUT_MS_CONFIG,
          1_000,
          DELIVERY_TIMEOUT_MS_CONFIG,
          2_000);

  private final String topic;
  private final Supplier<Producer<byte[], byte[]>> connector;
  private @Nullable Producer<byte[], byte[]> producer;

  DeadLetters(String topic, Supplier<Producer<byte[], byte[]>> connector) {
    this.topic = topic;
    this.connector = connector;
  }

  /** Prepares dead letters for the settings' topic; nothing is opened yet. */
  static DeadLetters of(LabSettings settings) {
    return new DeadLetters(settings.deadLetterTopic(), () -> connect(settings));
  }

  private static Producer<byte[], byte[]> connect(LabSettings settings) {
    // The only client whose own settings override the config file's: a file that is meant for the
    // other clients must not change what the commits rely on.
    Map<String, Object> properties = ClientProperties.of(settings, Map.of());
    properties.putAll(OWN_PROPERTIES);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Sends these records and waits once for all answers, a few seconds at most.
   *
   * @return those that the broker has not confirmed
   */
  Set<Malformed> deliver(List<Malformed> records) {
    Map<Malformed, Future<?>> sent = send(records);
    Set<Malformed> undelivered = new HashSet<>(records);
    undelivered.removeIf(malformed -> isConfirmed(malformed, sent.get(malformed)));
    return undelivered;
  }

  private Map<Malformed, Future<?>> send(List<Malformed> records) {
    Map<Malformed, Future<?>> sent = new HashMap<>();
    long start = System.nanoTime();
    for (Malformed malformed : records) {
      try {
        sent.put(malformed, producer().send(DeadLetter.of(malformed, topic)));
      } catch (KafkaException e) {
        sent.put(malformed, CompletableFuture.failedFuture(e));
      }
      // A send blocks if the topic or the broker is unavailable. The others would block as well.
      if (System.nanoTime() - start >= MAX_BLOCK.toNanos()) {
        break;
      }
    }
    return sent;
  }

  private Producer<byte[], byte[]> producer() {
    Producer<byte[], byte[]> opened = producer;
    if (opened == null) {
      opened = connector.get();
      producer = opened;
    }
    return opened;
  }

  private static boolean isConfirmed(Malformed malformed, @Nullable Future<?> answer) {
    if (answer == null) {
      return false;
    }
    try {
      answer.get();
      return true;
    } catch (ExecutionException e) {
      Complaint.print("No dead letter yet for", malformed.record(), e.getCause());
      return false;
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** Closes the producer; there is nothing to wait for: {@link #deliver} has waited. */
  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
    }
  }
}
