package dev.kafkalab.grader.studentvm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A call of the student's code that may not have returned yet. */
public final class PendingCall {

  private final StudentJvm jvm;
  private final String name;
  private final Conversation.Reply reply;
  private final long started = System.nanoTime();

  PendingCall(StudentJvm jvm, String name, Conversation.Reply reply) {
    this.jvm = jvm;
    this.name = name;
    this.reply = reply;
  }

  String name() {
    return name;
  }

  Conversation.Reply reply() {
    return reply;
  }

  /** Returns whether the call has ended, in whatever way. */
  public boolean ended() {
    return reply.future().isDone();
  }

  /**
   * Waits until the call has returned.
   *
   * @throws StudentFailure where it threw, did not return in time, or its JVM ended
   */
  public void await(Duration deadline) {
    JsonNode unused = jvm.await(this, deadline);
  }

  /**
   * Waits until {@code send()} has returned for each event; returns what it said each time.
   *
   * @throws StudentFailure where it threw, did not return in time, or its JVM ended
   */
  public List<Boolean> awaitAnswers(Duration deadline) {
    List<Boolean> answers = new ArrayList<>();
    jvm.await(this, deadline).forEach(answer -> answers.add(answer.asBoolean()));
    return answers;
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
