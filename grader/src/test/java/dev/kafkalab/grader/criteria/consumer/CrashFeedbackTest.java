package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.criteria.trace.Scene.assertBelief;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Scene.partition;
import static dev.kafkalab.grader.criteria.trace.Scene.published;

import dev.kafkalab.grader.criteria.trace.Recorded;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrashFeedbackTest {

  private static final Offsets COMMITTED = Offsets.at(partition(1), 7);

  @Test
  void saysWhatWasLost() {
    assertReads(
        CrashFeedback.lost(List.of(published(1, 8)), COMMITTED),
        "The consumer was killed in the middle of a batch and restarted, but 1 event was never handled.",
        "After a crash, continue at the committed offset, so that events that were not handled are read again.",
        "first one lost",
        "partition 1, offset 8",
        "committed when it was killed",
        "7");
  }

  @Test
  void saysThatNothingWasCommittedInAPartition() {
    assertReads(
        CrashFeedback.lost(List.of(published(0, 8), published(0, 9)), COMMITTED),
        "The consumer was killed in the middle of a batch and restarted, but 2 events were never handled.",
        "After a crash, continue at the committed offset, so that events that were not handled are read again.",
        "first one lost",
        "partition 0, offset 8",
        "committed when it was killed",
        "0");
  }

  @Test
  void saysWhatWasHandledAgain() {
    Feedback feedback =
        CrashFeedback.rewound(published(1, 3), COMMITTED, new Recorded().call(Api.SEEK).lines());

    assertReads(
        feedback,
        "The consumer was killed and restarted, and then handled the event at partition 1, offset 3 again, although its offset had been committed.",
        "",
        "committed when it was killed",
        "7");
    assertBelief(feedback, Misconception.REWIND_AT_START, Recorded.line(1));
  }
}
