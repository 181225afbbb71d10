package dev.kafkalab.grader.proof;

import static dev.kafkalab.grader.proof.Edit.answers;

import java.util.List;

/** Submissions whose answers disagree with what Kafka does, or are not there. */
final class BrokenAnswers {

  private BrokenAnswers() {}

  static List<KnownSubmission> all() {
    return List.of(
        KnownSubmission.of("another partition", answers("Partition: 1", "Partition: 2"))
            .failsWith(4, "answers", "5.1"),
        KnownSubmission.of(
                "each of two members with one and a half",
                answers("Partitions of each member: 2 and 1", "Partitions of each member: 3 and 3"))
            .failsWith(4, "answers", "5.2"),
        KnownSubmission.of(
                "committed is what was read last",
                answers("Committed offset: 3", "Committed offset: 2"))
            .failsWith(4, "answers", "5.3"),
        KnownSubmission.of(
                "a restart goes on where the last life was",
                answers("after the restart: 30", "after the restart: 42"))
            .failsWith(4, "answers", "5.4"),
        KnownSubmission.of(
                "no why",
                answers(
                    """
                    Why: a restarted consumer knows only what the group has committed, and 30 is the next one to read. The handler sees
                    30 to 41 twice. A new group has committed nothing and begins where `auto.offset.reset` says: with `earliest`, at the
                    oldest record.
                    """,
                    "Why:\n"))
            .failsWith(4, "answers", "5.4"));
  }
}
