package dev.kafkalab.grader.handin.mend;

import dev.kafkalab.grader.feedback.Feedback;

/** Ends the reading of a submission that has no single reading. */
final class Unreadable extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Feedback feedback;

  Unreadable(Feedback feedback) {
    super(feedback.message());
    this.feedback = feedback;
  }

  Feedback feedback() {
    return feedback;
  }
}
