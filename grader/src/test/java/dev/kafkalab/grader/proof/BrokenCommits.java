package dev.kafkalab.grader.proof;

import static dev.kafkalab.grader.proof.Edit.consumer;
import static dev.kafkalab.grader.proof.Edit.loop;
import static dev.kafkalab.grader.proof.Edit.offsets;

import java.util.List;

/** Submissions that commit at the wrong time or the wrong offset, or begin at the wrong one. */
final class BrokenCommits {

  private static final String HANDLE =
      "      dispatcher.handle(reading);\n      handled.add(reading.record());\n";
  private static final String COMMIT = "      handled.commit();\n";
  private static final String COMMIT_AT_REVOCATION = "    commit();\n    uncommitted.keySet()";
  private static final String ON_ASSIGNED =
      "    // Kafka's client starts at the committed offset by itself.\n";
  private static final Edit AUTO_COMMIT =
      consumer(
          "ENABLE_AUTO_COMMIT_CONFIG,\n            false",
          "ENABLE_AUTO_COMMIT_CONFIG,\n            true");

  private BrokenCommits() {}

  static List<KnownSubmission> all() {
    return List.of(
        KnownSubmission.of(
                "auto-commit on, no commits by hand",
                AUTO_COMMIT,
                loop(COMMIT, ""),
                offsets(COMMIT_AT_REVOCATION, "    uncommitted.keySet()"))
            .fails("consumer.manual-commit", "before the event at")
            .blocks("consumer.resumes", "group.rebalance", "bonus.batch"),
        KnownSubmission.of("auto-commit on beside commits by hand", AUTO_COMMIT)
            .fails("consumer.manual-commit", "before the event at")
            .blocks("consumer.resumes", "group.rebalance"),
        KnownSubmission.of("commits only when it stops", loop(COMMIT, ""))
            .failsWith(
                6, "consumer.manual-commit", "nothing was committed while the consumer was running")
            .blocks("bonus.batch"),
        KnownSubmission.of(
                "commit before the handler",
                loop(
                    HANDLE,
                    "handled.add(reading.record());\nhandled.commit();\ndispatcher.handle(reading);"))
            .fails("consumer.manual-commit", "before the event at")
            .blocks("consumer.crash", "group.rebalance")
            .leavesOut("bonus.batch"),
        KnownSubmission.of(
                "the whole batch committed at its first record",
                loop(
                    "    for (Reading reading : partition) {\n",
                    """
                        partition.forEach(reading -> handled.add(reading.record()));
                        handled.commit();
                        for (Reading reading : partition) {
                    """))
            .fails("consumer.manual-commit", "before the event at")
            .blocks("consumer.crash", "group.rebalance", "bonus.batch"),
        KnownSubmission.of(
                "a random group id",
                consumer(
                    "settings.groupId(),", "settings.groupId() + java.util.UUID.randomUUID(),"))
            .fails("consumer.resumes", "The consumer should be in the group")
            .blocks("consumer.crash", "group.distribution", "group.rebalance", "bonus.batch"),
        KnownSubmission.of(
                "a group id of its own", consumer("settings.groupId(),", "\"my-group\","))
            .fails("consumer.resumes", "and is in 'my-group'")
            .blocks("consumer.crash", "bonus.batch"),
        KnownSubmission.of(
                "ignores stop()",
                consumer("if (!stopped.getAndSet(true)) {", "if (stopped.get()) {"))
            .fails("consumer.resumes", "After stop(), run() should return")
            .blocks("consumer.shutdown", "group.rebalance"),
        KnownSubmission.of(
                "each start begins at the first offset",
                offsets(ON_ASSIGNED, "    consumer.seekToBeginning(partitions);\n"))
            .fails("consumer.resumes")
            .blocks("consumer.crash"),
        KnownSubmission.of(
                "commits the last offset and not the next",
                offsets("record.offset() + 1", "record.offset()"))
            .failsWith(4, "consumer.resumes")
            .blocks("consumer.shutdown"),
        KnownSubmission.of(
                "what was handled since the last poll is not committed at a stop",
                loop(
                    COMMIT,
                    "      if (!stopped.getAsBoolean()) {\n        handled.commit();\n      }\n"),
                offsets(COMMIT_AT_REVOCATION, "    uncommitted.keySet()"))
            .failsWith(4, "consumer.resumes"),
        KnownSubmission.of(
                "after a crash it goes on at the end", Sources.over("unclean-end", Scope.CONSUMER))
            .fails("consumer.crash"),
        KnownSubmission.of(
                "after a crash all is read anew", Sources.over("unclean-rewind", Scope.CONSUMER))
            .fails("consumer.crash"));
  }
}
