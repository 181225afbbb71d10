package dev.kafkalab.grader.studentvm;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.wire.CarriedEvent;
import dev.kafkalab.grader.wire.FromChild.EventDelivered;
import dev.kafkalab.grader.wire.FromChild.EventNotDelivered;
import org.jspecify.annotations.Nullable;

/**
 * One call of the delivery listener by the student's code.
 *
 * @param part the producer whose listener was called
 * @param event the event that it is about; null where the student's code passed null
 * @param partition where it went, or -1 where it failed
 * @param offset its offset there, or -1 where it failed
 * @param cause why it failed, or null where it was delivered
 */
public record DeliveryReport(
    String part, @Nullable UserEvent event, int partition, long offset, @Nullable String cause) {

  private static final int NOWHERE = -1;

  static DeliveryReport of(EventDelivered told) {
    return new DeliveryReport(
        told.part(), event(told.event()), told.partition(), told.offset(), null);
  }

  static DeliveryReport of(EventNotDelivered told) {
    return new DeliveryReport(told.part(), event(told.event()), NOWHERE, NOWHERE, told.cause());
  }

  private static @Nullable UserEvent event(@Nullable CarriedEvent carried) {
    return carried == null ? null : carried.event();
  }
}
