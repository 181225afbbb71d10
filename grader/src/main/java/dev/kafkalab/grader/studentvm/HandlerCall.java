package dev.kafkalab.grader.studentvm;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.wire.CarriedEvent;
import dev.kafkalab.grader.wire.FromChild.HandlerCalled;
import org.jspecify.annotations.Nullable;

/** One call of the handler by the student's code. */
public final class HandlerCall {

  private final long sequence;
  private final long question;
  private final String part;
  private final String method;
  private final @Nullable UserEvent event;
  private final long askedNanos;
  private volatile long answeredNanos = Long.MAX_VALUE;
  private volatile boolean held;
  private volatile boolean refused;

  HandlerCall(long sequence, long question, String part, String method, @Nullable UserEvent event) {
    this.sequence = sequence;
    this.question = question;
    this.part = part;
    this.method = method;
    this.event = event;
    this.askedNanos = System.nanoTime();
  }

  /** Reads a call, which has this place among all that its JVM told. */
  static HandlerCall of(HandlerCalled told, long sequence) {
    CarriedEvent event = told.event();
    return new HandlerCall(
        sequence,
        told.question(),
        told.part(),
        told.method(),
        event == null ? null : event.event());
  }

  long question() {
    return question;
  }

  /**
   * Returns the call's place among all that its JVM told, {@link ClientCall#sequence} among them.
   */
  public long sequence() {
    return sequence;
  }

  /** Returns the name that the consumer was made under: a JVM may have several. */
  String part() {
    return part;
  }

  /** Returns the handler's method, such as {@code onLogin}. */
  public String method() {
    return method;
  }

  /** Returns the event that it was given; null where the student's code passed null. */
  public @Nullable UserEvent event() {
    return event;
  }

  /** Returns when the call reached the grader, by {@link System#nanoTime()}. */
  public long askedNanos() {
    return askedNanos;
  }

  /**
   * Returns when the grader let the call return, by {@link System#nanoTime()}: only later could the
   * student's code know that the event is processed. {@link Long#MAX_VALUE} while it is held.
   */
  public long answeredNanos() {
    return answeredNanos;
  }

  /** Returns whether the call was let go. */
  public boolean answered() {
    return answeredNanos != Long.MAX_VALUE;
  }

  /** Returns whether the grader made the call wait, or still does. */
  public boolean wasHeld() {
    return held;
  }

  /** Returns whether the call was let go by throwing. */
  public boolean refused() {
    return refused;
  }

  void heldNow() {
    held = true;
  }

  void refusedNow() {
    refused = true;
    answeredNow();
  }

  void answeredNow() {
    answeredNanos = System.nanoTime();
  }
}
