package dev.kafkalab.grader.studentvm;

import dev.kafkalab.grader.wire.Reply;
import dev.kafkalab.grader.wire.Reply.Accepted;
import java.time.Duration;
import java.util.List;

/** A call of the student's code that may not have returned yet. */
public final class PendingCall {

  private final StudentJvm jvm;
  private final String name;
  private final Asked asked;
  private final long started = System.nanoTime();

  PendingCall(StudentJvm jvm, String name, Asked asked) {
    this.jvm = jvm;
    this.name = name;
    this.asked = asked;
  }

  String name() {
    return name;
  }

  Asked asked() {
    return asked;
  }

  /** Returns whether the call has ended, in whatever way. */
  public boolean ended() {
    return asked.reply().isDone();
  }

  /**
   * Waits until the call has returned.
   *
   * @throws StudentFailure where it threw, did not return in time, or its JVM ended
   */
  public void await(Duration deadline) {
    Reply unused = jvm.await(this, deadline);
  }

  /**
   * Waits until {@code send()} has returned for each event; returns what it said each time.
   *
   * @throws StudentFailure where it threw, did not return in time, or its JVM ended
   */
  public List<Boolean> awaitAnswers(Duration deadline) {
    return jvm.await(this, deadline) instanceof Accepted answers ? answers.accepted() : List.of();
  }

  /** Returns the processor time that it has taken so far; none where its JVM does not answer. */
  public Duration computed() {
    return jvm.where(this).busy();
  }

  /**
   * Fails where the call spends its time computing.
   *
   * @param deadline how long a call may take; a part of that in processor time is an endless loop
   * @throws StudentFailure.DidNotReturn with the line at which it computes
   */
  public void failIfSpinning(Duration deadline) {
    jvm.failIfSpinning(this, deadline, Duration.ofNanos(System.nanoTime() - started));
  }

  /**
   * Fails where the call ended by throwing; a call that runs or has returned is fine.
   *
   * @throws StudentFailure.Threw with what was thrown and where
   */
  public void failIfThrew() {
    if (ended()) {
      await(Duration.ofSeconds(1));
    }
  }
}
