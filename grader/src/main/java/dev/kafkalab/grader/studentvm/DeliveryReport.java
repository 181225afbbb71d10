package dev.kafkalab.grader.studentvm;

import dev.kafkalab.api.UserEvent;
import org.jspecify.annotations.Nullable;

/**
 * One call of the delivery listener by the student's code.
 *
 * @param event the event that it is about; null where the student's code passed null
 * @param partition where it went, or -1 where it failed
 * @param offset its offset there, or -1 where it failed
 * @param cause why it failed, or null where it was delivered
 */
public record DeliveryReport(
    @Nullable UserEvent event, int partition, long offset, @Nullable String cause) {}
