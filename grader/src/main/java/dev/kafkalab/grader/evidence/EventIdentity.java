package dev.kafkalab.grader.evidence;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.studentvm.HandlerCall;
import org.jspecify.annotations.Nullable;

/** Tells events apart: no two of a criterion have the same user and the same time. */
public final class EventIdentity {

  private EventIdentity() {}

  /** Returns whether the student's code was given, or gave back, this very event. */
  public static boolean isSame(UserEvent target, @Nullable UserEvent event) {
    return event != null
        && event.userId().equals(target.userId())
        && LabJson.isSameTime(target.timestamp(), event.timestamp());
  }

  /** Returns whether the handler was called with this event. */
  public static boolean isAbout(HandlerCall call, UserEvent target) {
    return isSame(target, call.event());
  }
}
