package dev.kafkalab.grader.criteria;

import static dev.kafkalab.grader.criteria.Verdicts.expect;

import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.rubric.CriterionFailed;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.PendingCall;
import dev.kafkalab.grader.tap.CommitNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges when offsets are committed: never before the event is processed, and not only at the end.
 */
final class ManualCommit {

  /** Points for each half: nothing too early, and something while running. */
  private static final int HALF = 5;

  /** More than a solution that commits every hundred events needs to commit once. */
  private static final int BACKLOG = 120;

  /**
   * More than one that commits every thousand does: tried only where the backlog led to no commit.
   */
  private static final int LARGE_BACKLOG = 2_500;

  private final Stage stage;
  private final ConsumerStage consumer;

  ManualCommit(Stage stage) {
    this.stage = stage;
    this.consumer = new ConsumerStage(stage);
  }

  void judge() {
    StudentRun run = consumer.startReading();
    List<PublishedEvent> others = consumer.publish(20);
    HeldBacklog backlog = consumer.holdInBacklog(run, 1, BACKLOG, middle());

    // What was sent without waiting for an answer is on the wire a moment later.
    stage.await(
        "a commit past the held event",
        stage.patience().brief(),
        () -> audit(run).isPresent(),
        run);
    expectNothingTooEarly(run, 0);
    backlog.hold().letGo(Answer.PROCEED);
    consumer.awaitHandled("all events to be handled", both(others, backlog.events()), run);
    boolean whileRunning = commitsWhileRunning(run);
    stopInBacklog(run);
    expectNothingTooEarly(run, whileRunning ? HALF : 0);
    expect(whileRunning, HALF, () -> CommitFeedback.onlyAtTheEnd(commits(run)));
  }

  private int middle() {
    return BACKLOG / 2 + stage.events().below(BACKLOG / 3);
  }

  private boolean commitsWhileRunning(StudentRun run) {
    if (stage.await("a commit while running", () -> hasCommitted(run), run)) {
      return true;
    }
    List<PublishedEvent> more = consumer.publish(LARGE_BACKLOG);
    consumer.awaitHandled("many more events to be handled", more, run);
    return stage.await(
        "a commit while running", stage.patience().brief(), () -> hasCommitted(run), run);
  }

  /** Counts what the broker took, of events that were handled: a commit of nothing new is none. */
  private boolean hasCommitted(StudentRun run) {
    return stage.commitJournal().commitsOf(run.groupId()).stream()
        .anyMatch(
            commit ->
                commit.partition().topic().equals(consumer.topic().name()) && commit.offset() > 0);
  }

  /**
   * Stops the consumer in mid-batch: auto-commit that was left on commits the whole batch when it
   * closes.
   */
  private void stopInBacklog(StudentRun run) {
    HeldBacklog backlog = consumer.holdInBacklog(run, 2, 30, 10);
    run.stopConsumer();
    backlog.hold().letGo(Answer.PROCEED);
    // Whether it stops at all is another criterion's; what it commits while it does is this one's.
    PendingCall running = run.consuming();
    stage.await("run() to return", running::ended);
  }

  private void expectNothingTooEarly(StudentRun run, int earned) {
    Optional<CommitAudit.TooEarly> tooEarly = audit(run);
    if (tooEarly.isPresent()) {
      throw new CriterionFailed(CommitFeedback.tooEarly(tooEarly.get()), earned);
    }
  }

  private Optional<CommitAudit.TooEarly> audit(StudentRun run) {
    List<CommitNote> commits = commits(run);
    return new CommitAudit(consumer.ledger(), run.calls()).firstTooEarly(commits);
  }

  private static List<CommitNote> commits(StudentRun run) {
    return run.tap().notes(CommitNote.class);
  }

  private static List<PublishedEvent> both(List<PublishedEvent> one, List<PublishedEvent> other) {
    List<PublishedEvent> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
