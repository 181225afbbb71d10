package dev.kafkalab.grader.studentvm;

import dev.kafkalab.api.UserEvent;
import org.jspecify.annotations.Nullable;

/** Makes handler calls that no student's JVM has made. */
public final class HandlerCalls {

  private HandlerCalls() {}

  /** Returns a call that is still held. */
  public static HandlerCall callOf(String method, @Nullable UserEvent event) {
    return new HandlerCall(1, 1, "consumer", method, event);
  }

  /** Returns a call of any method that is still held. */
  public static HandlerCall callWith(@Nullable UserEvent event) {
    return callOf("onOther", event);
  }

  /** Returns a call that the grader made wait, and that is still held. */
  public static HandlerCall heldCallWith(UserEvent event) {
    HandlerCall call = callWith(event);
    call.heldNow();
    return call;
  }

  /** Lets a call go now. */
  public static void letGo(HandlerCall call) {
    call.answeredNow();
  }

  /** Returns a call that was let go now, by throwing. */
  public static HandlerCall refusedCallWith(UserEvent event) {
    HandlerCall call = heldCallWith(event);
    call.refusedNow();
    return call;
  }

  /** Returns a call that was let go now. */
  public static HandlerCall answeredCallWith(UserEvent event) {
    HandlerCall call = callWith(event);
    call.answeredNow();
    return call;
  }
}
