package dev.kafkalab.grader.child;

import dev.kafkalab.api.DeliveryListener;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.wire.CarriedEvent;
import dev.kafkalab.grader.wire.FromChild.EventDelivered;
import dev.kafkalab.grader.wire.FromChild.EventNotDelivered;
import org.jspecify.annotations.Nullable;

/** Passes each delivery report on to the grader. */
final class TellingListener implements DeliveryListener {

  private final GraderPipe pipe;
  private final String part;

  TellingListener(GraderPipe pipe, String part) {
    this.pipe = pipe;
    this.part = part;
  }

  @Override
  public void delivered(UserEvent event, int partition, long offset) {
    pipe.send(new EventDelivered(part, CarriedEvent.ofNullable(event), partition, offset));
  }

  @Override
  public void failed(UserEvent event, @Nullable Exception cause) {
    pipe.send(new EventNotDelivered(part, CarriedEvent.ofNullable(event), String.valueOf(cause)));
  }
}
