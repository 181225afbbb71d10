package dev.kafkalab.lab;

import dev.kafkalab.api.DeliveryListener;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.NotAttempted;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventProducer;

/** Sends each event with its user's id as the key, so that one user's events stay in order. */
final class KafkaUserEventProducer implements UserEventProducer {

  private final LabSettings settings;
  private final DeliveryListener listener;

  KafkaUserEventProducer(LabSettings settings, DeliveryListener listener) {
    this.settings = settings;
    this.listener = listener;
    // TODO Task 2b: make a KafkaProducer. Choose its settings so that no event is lost, duplicated
    // or reordered.
  }

  /**
   * Queues an event for the topic of the settings, with the user's id as the record's key.
   *
   * <p>It need not wait for the broker. For each queued event, the listener is told exactly once
   * how the delivery ended.
   *
   * @return true if the event was queued; false if this producer is closed or Kafka's client
   *     refuses the record, in which case the listener is not called
   */
  @Override
  public boolean send(UserEvent event) {
    // TODO Task 2c: send a ProducerRecord with the topic, the key and the JSON value.
    // TODO Task 2d: pass a callback that tells the listener: delivered or failed.
    // TODO Task 2e: return false after close(), and if Kafka's client refuses the record.
    // TODO Task 6a (a challenge): add the headers RecordHeaders.SOURCE and RecordHeaders.VERSION.
    throw new NotAttempted(2, "send an event");
  }

  /**
   * Waits until each queued event is delivered or has failed, then closes Kafka's client.
   *
   * <p>A second call does nothing.
   */
  @Override
  public void close() {
    // TODO Task 2f: close the KafkaProducer. Do not lose what is still queued.
    throw new NotAttempted(2, "close the producer");
  }
}
