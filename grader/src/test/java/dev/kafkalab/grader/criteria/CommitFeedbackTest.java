package dev.kafkalab.grader.criteria;

import static dev.kafkalab.grader.criteria.Scene.assertReads;
import static dev.kafkalab.grader.criteria.Scene.published;

import dev.kafkalab.grader.criteria.CommitAudit.TooEarly;
import dev.kafkalab.grader.tap.CommitNote;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommitFeedbackTest {

  @Test
  void saysWhichEventACommitWouldLose() {
    assertReads(
        CommitFeedback.tooEarly(new TooEarly(published(1, 4), 9)),
        "Offset 9 of partition 1 was committed before the event at offset 4 had been handled: a crash now would lose it.",
        "Commit only what the handler has returned from. commitSync() without arguments commits all that poll() returned, and so does auto-commit when the consumer closes.",
        "committed",
        "partition 1 up to offset 9",
        "not handled yet",
        "partition 1, offset 4");
  }

  @Test
  void saysThatCommitsCameOnlyAtTheEnd() {
    assertReads(
        CommitFeedback.onlyAtTheEnd(List.of(new CommitNote(1, "c", "g", "m", Map.of()))),
        "Every event was handled, but nothing was committed while the consumer was running.",
        "Switch auto-commit off and commit by hand, after each event or each batch: a crash would repeat all since the start.",
        "expected",
        "a commit soon after events are handled",
        "commits only when it was stopped",
        "1");
  }
}
