package dev.kafkalab.api;

/**
 * Hears how each event that a {@link UserEventProducer} queued ended: exactly one call for each.
 */
public interface DeliveryListener {

  /**
   * Notes that the broker has the event.
   *
   * @param partition the partition that it went to
   * @param offset its offset in that partition
   */
  void delivered(UserEvent event, int partition, long offset);

  /** Notes that the event did not reach the broker, and why. */
  void failed(UserEvent event, Exception cause);
}
