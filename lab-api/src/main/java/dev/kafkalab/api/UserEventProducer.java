package dev.kafkalab.api;

/**
 * Sends user events to Kafka (task 2).
 *
 * <p>One thread at a time calls it.
 */
public interface UserEventProducer extends AutoCloseable {

  /**
   * Queues an event for Kafka, with the user's id as the record's key.
   *
   * <p>It need not wait for the broker: the {@link DeliveryListener} is told how the delivery
   * ended. Events of one user arrive in the order of these calls.
   *
   * <p>For an event that Kafka's client refuses at once (one that is too large), it may return
   * false, or return true and call {@link DeliveryListener#failed}. It throws nothing.
   *
   * @return whether the event was queued: false only if the producer is closed, or if Kafka's
   *     client refuses the record
   */
  boolean send(UserEvent event);

  /**
   * Waits until everything that was queued is delivered or has failed, then releases all resources;
   * a second call does nothing.
   */
  @Override
  void close();
}
