package dev.kafkalab.grader.criteria.stage;

import static dev.kafkalab.grader.criteria.trace.Scene.assertBelief;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Scene.partition;
import static dev.kafkalab.grader.criteria.trace.Scene.published;

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
