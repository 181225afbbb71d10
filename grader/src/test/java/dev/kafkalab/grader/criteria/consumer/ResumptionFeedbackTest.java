package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.criteria.trace.Scene.assertBelief;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Scene.partition;
import static dev.kafkalab.grader.criteria.trace.Scene.published;
import static dev.kafkalab.grader.studentvm.StudentFailures.didNotReturn;
import static dev.kafkalab.grader.studentvm.StudentFailures.threw;

import dev.kafkalab.grader.criteria.stage.ConsumerFeedback;
import dev.kafkalab.grader.criteria.trace.Recorded;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResumptionFeedbackTest {

  private static final Offsets COMMITTED = new Offsets(Map.of(partition(2), 7L, partition(0), 3L));

  @Test
  void saysThatStopWaited() {
    assertReads(
        ResumptionFeedback.stopWaits(),
        "stop() should return at once, but it waited for run(), which had an event to finish: a handler that calls stop() waits for itself.",
        "In stop(), set a flag and call wakeup(). Whoever wants to wait for the end has run() to wait for.");
  }

  @Test
  void showsAGroupWhoseNameIsWrittenIntoTheCode() {
    Feedback feedback =
        ResumptionFeedback.otherGroup(
            "mine", Optional.of("mine"), "given", new Recorded().consumer("mine", false).lines());

    assertReads(
        feedback,
        "The consumer should be in the group 'given', but it is in 'mine'.",
        "Offsets belong to a group: take its name from LabSettings.groupId() and add nothing to it.");
    assertBelief(feedback, Misconception.NAME_WRITTEN_INTO_THE_CODE, Recorded.line(1));
  }

  @Test
  void showsAGroupThatIsAnotherOneAtEachStart() {
    Feedback feedback =
        ResumptionFeedback.otherGroup("a7", Optional.of("b3"), "given", Recorded.NOTHING);

    assertReads(
        feedback,
        "The consumer should be in the group 'given', but it is in 'a7'.",
        "Offsets belong to a group: take its name from LabSettings.groupId() and add nothing to it.",
        "group at the next start",
        "b3");
    assertBelief(feedback, Misconception.RANDOM_GROUP, null);
  }

  @Test
  void takesASuffixForDrawn() {
    assertBelief(
        ResumptionFeedback.otherGroup("given-7", Optional.empty(), "given", Recorded.NOTHING),
        Misconception.RANDOM_GROUP,
        null);
  }

  @Test
  void namesNoBeliefBehindAGroupThatWasSeenOnce() {
    assertBelief(
        ResumptionFeedback.otherGroup("mine", Optional.empty(), "given", Recorded.NOTHING),
        null,
        null);
  }

  @Test
  void saysWhatRunStoodInAfterStop() {
    Feedback feedback =
        ConsumerFeedback.stopIgnored(
            didNotReturn("run()", "KafkaConsumer.poll", null),
            new Recorded().poll(0, 1, 2).lines());

    assertReads(
        feedback,
        "After stop(), run() should return, but it had not returned after 12 s (it was in KafkaConsumer.poll).",
        "");
    assertBelief(feedback, Misconception.STOP_IGNORED, Recorded.line(1));
  }

  @Test
  void namesTheLineThatIgnoresStop() {
    Location line = new Location("Consumer.java", 40);
    Feedback feedback =
        ConsumerFeedback.stopIgnored(
            didNotReturn("run()", "", line), new Recorded().poll(0, 1, 2).lines());

    assertReads(
        feedback, "After stop(), run() should return, but it had not returned after 12 s.", "");
    assertBelief(feedback, Misconception.STOP_IGNORED, line);
  }

  @Test
  void saysWhatFellIntoTheGap() {
    assertReads(
        ResumptionFeedback.gap(List.of(published(0, 3), published(0, 4)), COMMITTED),
        "2 events were handled neither before nor after the restart.",
        "A restarted consumer begins at the committed offset: commit exactly what was handled, and do not seek.",
        "first one missing",
        "partition 0, offset 3",
        "committed when it stopped",
        "{0=3, 2=7}");
  }

  @Test
  void saysWhereTheConsumerBeganAgain() {
    Feedback feedback =
        ResumptionFeedback.rewound(
            published(0, 1),
            COMMITTED,
            new Recorded().call(Api.SEEK).call(Api.SEEK_TO_BEGINNING).lines());

    assertReads(
        feedback,
        "After the restart, the consumer began again at partition 0, offset 1, which it had already committed.",
        "",
        "committed when it stopped",
        "{0=3, 2=7}");
    assertBelief(feedback, Misconception.REWIND_AT_START, Recorded.line(2));
  }

  @Test
  void saysWhatNothingCommittedCosts() {
    assertReads(
        ResumptionFeedback.nothingCommitted(12),
        "The consumer had committed nothing when it was stopped, so after the restart it handled 12 events again.",
        "Commit what was handled before run() returns.");
  }

  @Test
  void saysWhatWasHandledAgain() {
    assertReads(
        ResumptionFeedback.repeats(List.of(published(0, 3)), COMMITTED),
        "Nothing was lost, but 1 event was handled again after a clean stop.",
        "Before run() returns, commit what was handled since the last commit, even in the middle of a batch.",
        "first one repeated",
        "partition 0, offset 3",
        "committed when it stopped",
        "{0=3, 2=7}");
  }

  @Test
  void saysThatCommitsAreOneBehind() {
    Feedback feedback = ResumptionFeedback.oneBehind(List.of(published(0, 3)), COMMITTED);

    assertReads(
        feedback,
        "Nothing was lost, but after a clean stop the last event of each partition was handled again.",
        "",
        "first one repeated",
        "partition 0, offset 3",
        "committed when it stopped",
        "{0=3, 2=7}");
    assertBelief(feedback, Misconception.COMMIT_IS_ONE_BEHIND, null);
  }

  @Test
  void saysThatAnIdleRunThrewAtItsStop() {
    assertReads(
        ResumptionFeedback.threwAtStop(threw("run()", "WakeupException", null)),
        "stop() was called while there was nothing to read: run() should return, but it threw WakeupException.",
        "wakeup() makes poll() throw WakeupException: catch it around the loop, and return from run() as after any other stop().");
  }

  @Test
  void saysThatAStopBeforeRunWasForgotten() {
    Feedback feedback =
        ResumptionFeedback.stopForgotten(
            didNotReturn("run()", "KafkaConsumer.poll", null),
            new Recorded().poll(0, 1, 2).lines());

    assertReads(
        feedback,
        "stop() was called before run(), but run() had not returned after 12 s.",
        "stop() may be called before run(): keep the flag in a field, and do not reset it in run().");
    assertBelief(feedback, Misconception.STOP_IGNORED, Recorded.line(1));
  }

  @Test
  void saysThatOneOfTheTwoThrewWhenStoppedBeforeRun() {
    assertReads(
        ResumptionFeedback.threwWhenStopped(threw("stop()", "NullPointerException", null)),
        "stop() was called before run(), but stop() threw NullPointerException.",
        "stop() may be called before run(): run() then has nothing to do and should return.");
  }
}
