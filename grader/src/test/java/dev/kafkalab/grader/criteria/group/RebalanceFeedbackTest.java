package dev.kafkalab.grader.criteria.group;

import static dev.kafkalab.grader.criteria.trace.Scene.assertBelief;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Scene.partition;
import static dev.kafkalab.grader.criteria.trace.Scene.published;

import dev.kafkalab.grader.criteria.trace.CommitHistory;
import dev.kafkalab.grader.criteria.trace.Recorded;
import dev.kafkalab.grader.evidence.LabGroup.Member;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import dev.kafkalab.grader.tap.note.CommitNote;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RebalanceFeedbackTest {

  private static final String HINT =
      "When a partition is reassigned, commit exactly what was handled of it: the new owner continues at the committed offset.";

  @Test
  void showsWhatEachMemberHas() {
    assertReads(
        RebalanceFeedback.notShared(
            "A member was killed",
            2,
            List.of(
                new Member("a", List.of(partition(0), partition(1))), new Member("b", List.of()))),
        "A member was killed. After that, 2 members should share the partitions, and each partition should have an owner, but this did not happen.",
        "Keep calling poll(): a member takes part in a rebalance only there. A member that stops must close its consumer, so that the others get its partitions at once.",
        "member",
        "partitions [0, 1]",
        "member",
        "no partition");
  }

  @Test
  void saysWhatNobodyHandled() {
    Feedback feedback =
        RebalanceFeedback.lost("A third member joined", List.of(published(1, 4), published(2, 5)));

    assertReads(
        feedback,
        "A third member joined in the middle of a batch, and after that 2 events were not handled by any member.",
        HINT,
        "first one lost",
        "partition 1, offset 4");
    assertBelief(feedback, null, null);
  }

  @Test
  void saysWhoCommittedPastIt() {
    CommitHistory history =
        new CommitHistory(
            new Recorded().consumer("g", false).commitOfAll().lines(),
            Optional.of("g"),
            List.of(
                new CommitNote(5, "c", "g", "m", Offsets.at(partition(1), 2)),
                new CommitNote(25, "c", "g", "m", Offsets.at(partition(1), 9))));

    Feedback feedback =
        RebalanceFeedback.lost(
            "A member was stopped", List.of(published(1, 4)), "member 2", history);

    assertReads(
        feedback,
        "A member was stopped in the middle of a batch, and after that 1 event was not handled by any member.",
        HINT,
        "first one lost",
        "partition 1, offset 4",
        "its offset was committed by",
        "member 2");
    assertBelief(feedback, Misconception.COMMIT_BEFORE_PROCESSING, Recorded.line(2));
  }

  @Test
  void saysThatAMemberNeverLeft() {
    Feedback feedback = RebalanceFeedback.neverLeft(new Recorded().call(Api.CLOSE).lines());

    assertReads(
        feedback,
        "A member was stopped but did not leave the group: nobody reads its partitions until its session times out.",
        "");
    assertBelief(feedback, Misconception.GROUP_NEVER_LEFT, Recorded.line(1));
  }
}
