package dev.kafkalab.grader.child;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.api.DeliveryListener;
import dev.kafkalab.api.UserEvent;
import org.jspecify.annotations.Nullable;

/** Passes each delivery report on to the grader. */
final class TellingListener implements DeliveryListener {

  private final Wire wire;
  private final String part;

  TellingListener(Wire wire, String part) {
    this.wire = wire;
    this.part = part;
  }

  @Override
  public void delivered(UserEvent event, int partition, long offset) {
    wire.send(report(event).put("partition", partition).put("offset", offset));
  }

  @Override
  public void failed(UserEvent event, @Nullable Exception cause) {
    wire.send(report(event).put("cause", String.valueOf(cause)));
  }

  private ObjectNode report(@Nullable UserEvent event) {
    ObjectNode message = wire.message("report").put("part", part);
    if (event != null) {
      message.set("event", EventJson.write(event));
    }
    return message;
  }
}
