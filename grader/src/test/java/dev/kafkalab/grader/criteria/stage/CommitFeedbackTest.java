package dev.kafkalab.grader.criteria.stage;

import static dev.kafkalab.grader.criteria.trace.Scene.assertBelief;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Scene.partition;
import static dev.kafkalab.grader.criteria.trace.Scene.published;

import dev.kafkalab.grader.criteria.trace.CommitAudit;
import dev.kafkalab.grader.criteria.trace.CommitAudit.TooEarly;
import dev.kafkalab.grader.criteria.trace.CommitHistory;
import dev.kafkalab.grader.criteria.trace.Recorded;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.tap.note.CommitNote;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommitFeedbackTest {

  private static final TooEarly TOO_EARLY = new TooEarly(published(1, 4), 9);
  private static final List<CommitNote> COMMITS =
      List.of(new CommitNote(25, "c", "g", "m", Offsets.at(partition(1), 9)));

  @Test
  void saysWhichEventACommitWouldLose() {
    CommitHistory history = history(new Recorded().consumer("g", false).commitOfAll());

    Feedback feedback = CommitFeedback.tooEarly(TOO_EARLY, history);

    assertReads(
        feedback,
        "Offset 9 of partition 1 was committed before the event at offset 4 had been handled: a crash now would lose it.",
        "");
    assertBelief(feedback, Misconception.COMMIT_BEFORE_PROCESSING, Recorded.line(2));
  }

  @Test
  void namesTheLineThatMakesAConsumerThatCommitsByItself() {
    CommitHistory history = history(new Recorded().consumer("g", true).poll(1, 0, 8));

    assertBelief(
        CommitFeedback.tooEarly(TOO_EARLY, history), Misconception.AUTO_COMMIT, Recorded.line(1));
  }

  @Test
  void saysThatAutoCommitIsOn() {
    Feedback feedback = CommitFeedback.automatic(history(new Recorded().consumer("g", true)));

    assertReads(
        feedback,
        "enable.auto.commit should be false, but is true for the consumer that reads the topic.",
        "");
    assertBelief(feedback, Misconception.AUTO_COMMIT, Recorded.line(1));
  }

  @Test
  void saysThatCommitsCameOnlyAtTheEnd() {
    Feedback feedback =
        CommitFeedback.onlyAtTheEnd(history(new Recorded().consumer("g", false).commit(1, 9)));

    assertReads(
        feedback,
        "Every event was handled, but nothing was committed while the consumer was running, neither within ten seconds nor after a thousand events.",
        "",
        "commits after stop()",
        "1");
    assertBelief(feedback, Misconception.COMMIT_ONLY_AT_CLOSE, Recorded.line(2));
  }

  @Test
  void saysByHowMuchCommitsAreTooHigh() {
    CommitHistory history = history(new Recorded().consumer("g", false).commit(1, 9));

    Feedback feedback = CommitFeedback.tooHigh(TOO_EARLY, 2, history);

    assertReads(
        feedback,
        "The order is right, but the number is 2 too high: after the event at offset 6 of partition 1, offset 7 should be committed, but it was 9.",
        "");
    assertBelief(feedback, Misconception.COMMIT_IS_TOO_HIGH, Recorded.line(2));
  }

  @Test
  void saysThatALaterCommitTookBackAnEarlierOne() {
    CommitNote nine = COMMITS.get(0);
    CommitNote three = new CommitNote(35, "c", "g", "m", Offsets.at(partition(1), 3));
    CommitHistory history = history(new Recorded().consumer("g", false).commit(1, 9).commit(1, 3));

    Feedback feedback =
        CommitFeedback.backward(new CommitAudit.Backward(partition(1), nine, three), history);

    assertReads(
        feedback,
        "Offset 9 of partition 1 was committed in line 2, and then 3 in line 3: the later commit took back the earlier one.",
        "");
    assertBelief(feedback, Misconception.OLDER_COMMIT_COMES_LATER, Recorded.line(3));
  }

  @Test
  void saysWhichPartitionIsNotCommitted() {
    CommitHistory history = history(new Recorded().consumer("g", false).commit(1, 9));
    String hint =
        "Commit the next offset of each partition that you have handled events of, and limit both the time and the number of events between two commits.";

    assertReads(
        CommitFeedback.notCommitted(partition(0), 12, -1, history),
        "Partition 0 was handled up to offset 12, but no commit has ever named it, neither within ten seconds nor after a thousand events.",
        hint);
    assertReads(
        CommitFeedback.notCommitted(partition(1), 12, 9, history),
        "Partition 1 was handled up to offset 12, but the last commit of it is 9, neither within ten seconds nor after a thousand events.",
        hint);
  }

  @Test
  void namesWhatFailedBesides() {
    Feedback feedback = Feedback.of("m", "h");

    assertReads(CommitFeedback.besides(feedback, List.of()), "m", "h");
    assertReads(
        CommitFeedback.besides(feedback, List.of("one is on", "two was late")),
        "m",
        "h",
        "also",
        "one is on, and two was late");
  }

  private static CommitHistory history(Recorded recorded) {
    return new CommitHistory(recorded.lines(), Optional.of("g"), COMMITS);
  }
}
