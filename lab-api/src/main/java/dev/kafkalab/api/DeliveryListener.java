package dev.kafkalab.api;

/**
 * Is told how the delivery of each event queued by a {@link UserEventProducer} ended: exactly one
 * call per event.
 *
 * <p>It may be called by any thread, and by several at once.
 */
public interface DeliveryListener {

  /**
   * Reports that the broker has stored the event.
   *
   * @param partition the partition that it was stored in
   * @param offset its offset in that partition
   */
  void delivered(UserEvent event, int partition, long offset);

  /** Reports that the event could not be delivered, and why. */
  void failed(UserEvent event, Exception cause);
}
