package dev.kafkalab.grader.criteria.challenge;

import static dev.kafkalab.grader.criteria.stage.Conditions.expectAttempt;

import dev.kafkalab.grader.criteria.consumer.CrashJudge;
import dev.kafkalab.grader.criteria.stage.CommitFeedback;
import dev.kafkalab.grader.criteria.stage.Conditions;
import dev.kafkalab.grader.criteria.stage.HeldBacklog;
import dev.kafkalab.grader.criteria.stage.LateTimer;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.tap.note.CommitNote;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Judges whether events are committed in batches, without losing any to a kill. */
final class BatchJudge {

  private static final int PARTITION = 2;
  private static final int BACKLOG = 80;
  private static final int MORE = 1_000;

  private final Stage stage;
  private final CrashJudge crash;

  BatchJudge(Stage stage) {
    this.stage = stage;
    this.crash = new CrashJudge(stage);
  }

  void judge() {
    Conditions.requires(
        CriterionId.CONSUMER_DISPATCHES,
        () -> {
          StudentRun run = crash.startReading();
          expectFewerCommitsThanEvents(run);
          crash.expectNothingWouldBeLost(run);
        });
  }

  private void expectFewerCommitsThanEvents(StudentRun run) {
    HeldBacklog backlog = crash.consumer().holdInBacklog(run, PARTITION, BACKLOG, 1);
    long before = commits(run).size();
    backlog.hold().letGo(Answer.PROCEED);
    crash.consumer().awaitHandled("the backlog to be handled", backlog.events(), run);
    awaitCommit(run);
    long end = backlog.events().get(BACKLOG - 1).offset() + 1;
    stage.await(
        "the backlog to be committed",
        stage.patience().brief(),
        () -> run.highestCommit(crash.consumer().topic().partition(PARTITION)) >= end,
        run);
    long made = commits(run).size() - before;
    if (commits(run).isEmpty()) {
      throw CriterionEnded.blocked(
          CriterionId.CONSUMER_MANUAL_COMMIT, CommitFeedback.onlyAtTheEnd(run.commitHistory()));
    }
    // The first two events of the backlog were handled before the count began.
    expectAttempt(made < BACKLOG - 2, () -> ChallengeFeedback.commitForEach(made, BACKLOG - 2));
    stage.note(Fact.fact("commits for " + (BACKLOG - 2) + " events", made));
  }

  /**
   * The lab allows ten seconds or a thousand events: a consumer that counts events is given more of
   * them, and while it handles them, one that goes by a clock commits.
   */
  private void awaitCommit(StudentRun run) {
    BooleanSupplier committed = () -> !commits(run).isEmpty();
    if (stage.await("a commit", stage.patience().brief(), committed, run)) {
      return;
    }
    List<PublishedEvent> more = crash.consumer().publishTo(PARTITION, MORE);
    boolean unused =
        crash.consumer().awaitHandled("more events to be handled", more, committed, run);
    unused = LateTimer.await(stage, "a commit", committed, run);
  }

  private static List<CommitNote> commits(StudentRun run) {
    return run.tap().notes(CommitNote.class);
  }
}
