package dev.kafkalab.grader.criteria;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.tap.CommitNote;
import java.util.List;

/** Says what is wrong with the commits. */
final class CommitFeedback {

  private CommitFeedback() {}

  static Feedback tooEarly(CommitAudit.TooEarly commit) {
    int partition = commit.event().partition().partition();
    return Feedback.of(
        "Offset %d of partition %d was committed before the event at offset %d had been handled: a crash now would lose it."
            .formatted(commit.committed(), partition, commit.event().offset()),
        "Commit only what the handler has returned from. commitSync() without arguments commits all that poll() returned, "
            + "and so does auto-commit when the consumer closes.",
        fact("committed", "partition %d up to offset %d".formatted(partition, commit.committed())),
        fact("not handled yet", commit.event().place()));
  }

  static Feedback onlyAtTheEnd(List<CommitNote> commits) {
    return Feedback.of(
        "Every event was handled, but nothing was committed while the consumer was running.",
        "Switch auto-commit off and commit by hand, after each event or each batch: a crash would repeat all since the start.",
        fact("expected", "a commit soon after events are handled"),
        fact("commits only when it was stopped", commits.size()));
  }
}
