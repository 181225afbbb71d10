package dev.kafkalab.grader.console;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The console's connections to Kafka; they join no group, and create nothing by asking for it. */
final class Clients implements AutoCloseable {

  /** Who looks at a page should not wait longer to hear that Kafka does not answer. */
  private static final int MILLIS_TO_ANSWER = 3_000;

  private static final int MILLIS_TO_DELIVER = 5_000;
  private static final int MOST_RECORDS = 1_000;

  /** What one reader holds at most, however much there is: records come one by one. */
  private static final int MOST_BYTES = 8 << 20;

  private final String bootstrapServers;
  private final Admin admin;
  private final Object reading = new Object();
  private volatile @Nullable Consumer<byte[], byte @Nullable []> reader;
  private @Nullable Producer<byte[], byte @Nullable []> producer;

  /** Connects; returns before the connection stands. */
  Clients(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG, "lab-console",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MILLIS_TO_ANSWER,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLIS_TO_ANSWER));
  }

  Admin admin() {
    return admin;
  }

  /** Reads with the one reader that is kept: a consumer serves one thread at a time. */
  <T> T reading(Function<Consumer<byte[], byte @Nullable []>, T> work) {
    synchronized (reading) {
      Consumer<byte[], byte @Nullable []> kept = reader == null ? newReader() : reader;
      reader = kept;
      try {
        return work.apply(kept);
      } finally {
        kept.unsubscribe();
      }
    }
  }

  /** Makes a reader for long work, which must not keep others waiting. */
  Consumer<byte[], byte @Nullable []> newReader() {
    return new KafkaConsumer<>(
        Map.ofEntries(
            Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            Map.entry(ConsumerConfig.CLIENT_ID_CONFIG, "lab-console"),
            Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
            Map.entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
            // Records that were deleted meanwhile: go on with the oldest that is left.
            Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
            Map.entry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20),
            Map.entry(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES),
            Map.entry(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MOST_BYTES / 8),
            Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS),
            Map.entry(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MILLIS_TO_ANSWER),
            Map.entry(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLIS_TO_ANSWER)),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** Returns the one producer, which is made when somebody first publishes. */
  synchronized Producer<byte[], byte @Nullable []> producer() {
    Producer<byte[], byte @Nullable []> kept = producer;
    if (kept == null) {
      kept =
          new KafkaProducer<>(
              Map.of(
                  ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                  ProducerConfig.CLIENT_ID_CONFIG, "lab-console",
                  ProducerConfig.LINGER_MS_CONFIG, 0,
                  ProducerConfig.MAX_BLOCK_MS_CONFIG, MILLIS_TO_ANSWER,
                  ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLIS_TO_ANSWER,
                  ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, MILLIS_TO_DELIVER),
              new ByteArraySerializer(),
              new ByteArraySerializer());
      producer = kept;
    }
    return kept;
  }

  /** Closes them without waiting for what is under way. */
  @Override
  public void close() {
    admin.close(Duration.ZERO);
    synchronized (this) {
      if (producer != null) {
        producer.close(Duration.ZERO);
      }
    }
    Consumer<?, ?> kept = reader;
    if (kept != null) {
      kept.wakeup(); // who reads with it gives it back
      synchronized (reading) {
        kept.close(CloseOptions.timeout(Duration.ZERO));
      }
    }
  }
}
