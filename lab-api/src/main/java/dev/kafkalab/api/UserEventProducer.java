package dev.kafkalab.api;

/** Sends user events to Kafka (task 2). */
public interface UserEventProducer extends AutoCloseable {

  /**
   * Queues an event for Kafka, with the user's id as the record's key.
   *
   * <p>It does not wait for the broker: the {@link DeliveryListener} hears how the delivery ended.
   * Events of one user arrive in the order of these calls.
   *
   * <p>An event that Kafka's client refuses at once (one that is too large) may be answered with
   * false, or with true and a call of {@link DeliveryListener#failed}.
   *
   * @return whether the event was queued: false once the producer is closed, or where Kafka's
   *     client refuses the record
   */
  boolean send(UserEvent event);

  /**
   * Waits until everything that was queued is delivered or has failed, then lets go of all
   * resources; again, it does nothing.
   */
  @Override
  void close();
}
