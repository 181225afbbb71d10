package dev.kafkalab.grader.handin.archive;

import dev.kafkalab.grader.feedback.Feedback;

/** Says why an archive is not opened, or not to its end. */
public final class ArchiveRefusal extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Feedback feedback;

  ArchiveRefusal(Feedback feedback) {
    super(feedback.message());
    this.feedback = feedback;
  }

  /** Returns the reason and what to do about it. */
  public Feedback feedback() {
    return feedback;
  }
}
