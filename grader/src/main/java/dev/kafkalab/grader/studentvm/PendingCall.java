package dev.kafkalab.grader.studentvm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** A call of the student's code that may not have returned yet. */
public final class PendingCall {

  private final StudentJvm jvm;
  private final String name;
  private final Conversation.Reply reply;

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
