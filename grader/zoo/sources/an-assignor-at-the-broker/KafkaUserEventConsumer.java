package dev.kafkalab.lab;

import static org.apache.kafka.clients.consumer.ConsumerConfig.AUTO_OFFSET_RESET_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.GROUP_ID_CONFIG;

import dev.kafkalab.api.ConsumerMetrics;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEventConsumer;
import dev.kafkalab.api.UserEventHandler;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Joins the group in the thread that calls {@link #run()}; {@link EventLoop} does the reading.
 *
 * <p>Values are read as bytes and parsed here: a deserializer that throws would make {@code poll()}
 * fail at the same record forever.
 */
final class KafkaUserEventConsumer implements UserEventConsumer {

  /** A broker that does not answer must not block {@link #run()} for Kafka's usual 30 seconds. */
  private static final Duration MAX_LEAVE = Duration.ofSeconds(1);

  private final LabSettings settings;
  private final UserEventHandler handler;
  private final EventCounts counts = new EventCounts();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private volatile @Nullable Consumer<byte[], byte[]> running;

  KafkaUserEventConsumer(LabSettings settings, UserEventHandler handler) {
    this.settings = settings;
    this.handler = handler;
  }

  @Override
  public void run() {
    if (stopped.get()) {
      return;
    }
    try (DeadLetters deadLetters = DeadLetters.of(settings)) {
      Consumer<byte[], byte[]> consumer = connect();
      try {
        running = consumer;
        EventDispatcher dispatcher = new EventDispatcher(handler, counts);
        new EventLoop(consumer, dispatcher, deadLetters, stopped::get).run(settings.topic());
      } finally {
        // However the loop ended, the other members need not wait until this one times out.
        consumer.close(CloseOptions.timeout(MAX_LEAVE));
      }
    }
  }

  @Override
  public void stop() {
    // First the flag, then a single wakeup: see HandledOffsets.
    if (!stopped.getAndSet(true)) {
      Consumer<byte[], byte[]> consumer = running;
      if (consumer != null) {
        consumer.wakeup();
      }
    }
  }

  @Override
  public ConsumerMetrics metrics() {
    return counts.metrics();
  }

  private Consumer<byte[], byte[]> connect() {
    Map<String, Object> own =
        Map.of(
            "group.protocol", "consumer", "group.remote.assignor", "range", "isolation.level", "read_committed",
            GROUP_ID_CONFIG,
            settings.groupId(),
            ENABLE_AUTO_COMMIT_CONFIG,
            false,
            AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    return new KafkaConsumer<>(
        ClientProperties.of(settings, own),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
