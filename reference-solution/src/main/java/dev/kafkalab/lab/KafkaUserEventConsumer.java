package dev.kafkalab.lab;

import static org.apache.kafka.clients.consumer.ConsumerConfig.AUTO_OFFSET_RESET_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG;
import static org.apache.kafka.clients.consumer.ConsumerConfig.GROUP_ID_CONFIG;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventConsumer;
import dev.kafkalab.api.UserEventHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Polls in the thread that calls {@link #run()}, and commits after each batch.
 *
 * <p>Values are read as bytes and parsed here: a deserializer that throws would make {@code poll()}
 * fail at the same record for ever.
 */
final class KafkaUserEventConsumer implements UserEventConsumer {

  private static final Duration POLL_TIMEOUT = Duration.ofMillis(100);

  private final LabSettings settings;
  private final UserEventHandler handler;
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
    // Whatever ends the loop, close() leaves the group: the others need not wait for a timeout.
    try (Consumer<byte[], byte[]> consumer = connect()) {
      running = consumer;
      HandledOffsets handled = new HandledOffsets(consumer);
      consumer.subscribe(List.of(settings.topic()), handled);
      while (!stopped.get()) {
        handleEach(poll(consumer), handled);
        handled.commit();
      }
    }
  }

  @Override
  public void stop() {
    // First the flag, then the wakeup, and that once: see HandledOffsets.
    if (!stopped.getAndSet(true)) {
      Consumer<byte[], byte[]> consumer = running;
      if (consumer != null) {
        consumer.wakeup();
      }
    }
  }

  private Consumer<byte[], byte[]> connect() {
    Map<String, Object> own =
        Map.of(
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

  private static ConsumerRecords<byte[], byte[]> poll(Consumer<byte[], byte[]> consumer) {
    try {
      return consumer.poll(POLL_TIMEOUT);
    } catch (WakeupException e) {
      return ConsumerRecords.empty();
    }
  }

  /** Handles the batch up to its end, or up to the record at which stop() was called. */
  private void handleEach(ConsumerRecords<byte[], byte[]> batch, HandledOffsets handled) {
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      if (stopped.get()) {
        return;
      }
      handle(record);
      handled.add(record);
    }
  }

  /** Handles one record, whatever is in it: one bad record must not stop the ones behind it. */
  private void handle(ConsumerRecord<byte[], byte[]> record) {
    try {
      dispatch(UserEventJson.read(record.value()));
    } catch (MalformedEventException e) {
      complain("Skipped", record, e.getMessage());
    } catch (RuntimeException e) {
      complain("The handler failed on", record, e.toString());
    }
  }

  private void dispatch(UserEvent event) {
    switch (event.eventType()) {
      case UserEvent.LOGIN -> handler.onLogin(event);
      case UserEvent.PURCHASE -> handler.onPurchase(event);
      case UserEvent.LOGOUT -> handler.onLogout(event);
      default -> handler.onOther(event);
    }
  }

  private static void complain(String what, ConsumerRecord<?, ?> record, @Nullable String why) {
    // The reason may quote the record: on one line it cannot pass for another message.
    String oneLine = String.valueOf(why).replaceAll("\\p{Cntrl}+", " ");
    System.err.printf(
        "%s %s-%d@%d: %s%n", what, record.topic(), record.partition(), record.offset(), oneLine);
  }
}
