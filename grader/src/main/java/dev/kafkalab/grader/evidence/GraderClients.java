package dev.kafkalab.grader.evidence;

import dev.kafkalab.grader.clock.Deadline;
import dev.kafkalab.grader.studentvm.CloseEach;
import java.time.Duration;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Holds the grader's own connections to the broker: they bypass the tap, so no fault that it
 * injects touches them.
 */
public final class GraderClients implements AutoCloseable {

  /**
   * A broker on the same machine answers in milliseconds: this long without an answer it is dead,
   * and that is ours to report.
   */
  private static final String TIMEOUT_MILLIS = "20000";

  /** At least the wait for others of a batch and that for an answer together. */
  private static final String DELIVERY_MILLIS = "25000";

  /**
   * A topic that was just created has no leader for some milliseconds, and each criterion creates
   * one: Kafka's default would be a tenth of a second each time.
   */
  private static final String BACKOFF_MILLIS = "10";

  private static final Duration POLL = Duration.ofMillis(100);
  private static final int MOST_POLLS = 200;

  private final String bootstrapServers;
  private final Admin admin;
  private final Producer<byte[], byte[]> producer;

  /** Those that nobody reads with. */
  private final Deque<Consumer<byte[], byte[]>> readers = new ConcurrentLinkedDeque<>();

  private boolean closed;

  /** Connects to the broker; returns before the connection stands. */
  public GraderClients(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, BACKOFF_MILLIS));
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                // Whoever sends also flushes: what was sent together is one batch.
                ProducerConfig.LINGER_MS_CONFIG, "5000",
                ProducerConfig.BATCH_SIZE_CONFIG, "900000",
                ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS,
                ProducerConfig.RETRY_BACKOFF_MS_CONFIG, BACKOFF_MILLIS),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /**
   * Returns whether the broker answers within this time, in that of a {@link Deadline}.
   *
   * @throws InterruptException where that is not found out, because whoever asks is interrupted
   */
  public boolean brokerAnswers(Duration bound) {
    Deadline deadline = Deadline.in(bound);
    do {
      Throwable failure = failureIn(bound);
      if (failure == null) {
        return true;
      }
      if (!(failure instanceof TimeoutException)) {
        return false; // as from a client that is closed, at once: to ask again would be a busy loop
      }
    } while (!deadline.hasPassed());
    return false;
  }

  /** The client counts by a wall clock. */
  private @Nullable Throwable failureIn(Duration time) {
    int millis = (int) Math.min(time.toMillis(), Integer.MAX_VALUE);
    try {
      admin.describeCluster(new DescribeClusterOptions().timeoutMs(millis)).nodes().get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }

  Admin admin() {
    return admin;
  }

  Producer<byte[], byte[]> producer() {
    return producer;
  }

  /**
   * Reads with a consumer that has no group: it reads where it is told to and leaves no trace at
   * the broker. It is kept for the next time, unless it failed: to make one takes longer than to
   * read a topic.
   */
  <T> T reading(Function<Consumer<byte[], byte[]>, T> work) {
    Consumer<byte[], byte[]> kept = readers.poll();
    Consumer<byte[], byte[]> reader =
        kept != null
            ? kept
            : new KafkaConsumer<>(
                readerSettings(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    boolean read = false;
    try {
      T result = work.apply(reader);
      reader.unsubscribe();
      read = true;
      return result;
    } finally {
      if (!read || !keep(reader)) {
        reader.close(CloseOptions.timeout(Duration.ZERO));
      }
    }
  }

  private boolean keep(Consumer<byte[], byte[]> reader) {
    synchronized (readers) {
      return !closed && readers.add(reader);
    }
  }

  private void closeReaders() {
    synchronized (readers) {
      closed = true;
    }
    // Taken out one by one: somebody may still be reading, and closes theirs.
    CloseEach.of(
        Stream.generate(readers::poll)
            .takeWhile(Objects::nonNull)
            .map(reader -> () -> reader.close(CloseOptions.timeout(Duration.ZERO))));
  }

  private Map<String, Object> readerSettings() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        "false",
        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
        "20",
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        "read_committed",
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        TIMEOUT_MILLIS,
        ConsumerConfig.RETRY_BACKOFF_MS_CONFIG,
        BACKOFF_MILLIS);
  }

  /**
   * Makes a consumer with a group, for the grader's own experiments.
   *
   * @param mostRecords how many records one poll returns at most
   */
  Consumer<byte[], byte[]> newMember(String group, int mostRecords) {
    Map<String, Object> settings = new HashMap<>(readerSettings());
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, mostRecords);
    // A member hears of a rebalance with its next heartbeat, and nobody means to wait for that.
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 50);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Joins a group, reads that many records of a topic and commits them. */
  public void readAsGroup(String topic, String group, int records) {
    Map<String, Object> settings = new HashMap<>(readerSettings());
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    try (Consumer<byte[], byte[]> reader =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      reader.subscribe(List.of(topic));
      int read = 0;
      for (int polls = 0; read < records; polls++) {
        if (polls > MOST_POLLS) {
          throw new KafkaException(
              String.format(
                  Locale.ROOT,
                  "one of the grader's own groups read %d of %d records",
                  read,
                  records));
        }
        read += reader.poll(POLL).count();
      }
      reader.commitSync();
    }
  }

  @Override
  public void close() {
    // Each of them, also where this thread is interrupted, which the others tell.
    CloseEach.of(
        Stream.<Runnable>of(
            () -> producer.close(Duration.ZERO),
            this::closeReaders,
            () -> admin.close(Duration.ZERO)));
  }
}
