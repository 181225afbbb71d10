package dev.kafkalab.grader.criteria.consumer;

import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.HeldBacklog;
import dev.kafkalab.grader.criteria.stage.RunReturned;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.Chronicle;
import dev.kafkalab.grader.criteria.trace.CommitHistory;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Exhibit.Story;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.Outcome.Blocked;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.PendingCall;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * Judges when offsets are committed: by hand, never before the event is processed, and not only at
 * the end.
 */
final class ManualCommitJudge {

  private static final int PARTITION = 1;

  /** More than a solution that commits every hundred events needs to commit once. */
  private static final int BACKLOG = 120;

  /**
   * More than one that commits every thousand does: tried only where the backlog led to no commit.
   */
  private static final int LARGE_BACKLOG = 2_500;

  private final Stage stage;
  private final ConsumerStage consumer;

  ManualCommitJudge(Stage stage) {
    this.stage = stage;
    this.consumer = ConsumerStage.on(stage);
  }

  void judge() {
    StudentRun run = consumer.startReading();
    Offsets before = consumer.topic().endOffsets();
    List<PublishedEvent> others = consumer.publish(20);
    HeldBacklog backlog = consumer.holdInBacklog(run, PARTITION, BACKLOG, middle());

    // What was sent without waiting for an answer is on the wire a moment later.
    stage.await(
        "a commit past the held event",
        stage.patience().brief(),
        () -> consumer.firstTooEarly(run).isPresent(),
        run);
    boolean whileRunning = false;
    try {
      backlog.hold().letGo(Answer.PROCEED);
      consumer.awaitHandled("all events to be handled", both(others, backlog.events()), run);
      whileRunning = commitsWhileRunning(run, before);
      stopInBacklog(run);
    } catch (CriterionEnded e) {
      if (!(e.outcome() instanceof Blocked) || consumer.firstTooEarly(run).isEmpty()) {
        throw e;
      }
    } catch (StudentFailure | RunReturned e) {
      if (consumer.firstTooEarly(run).isEmpty()) {
        throw e;
      }
    }
    judge(run, whileRunning);
  }

  private void judge(StudentRun run, boolean whileRunning) {
    TopicPartition partition = consumer.topic().partition(PARTITION);
    stage.show(
        new Story(PARTITION, Chronicle.ofRuns(consumer.ledger(), run.life("")).of(partition)));
    CommitHistory history = run.commitHistory();
    CommitAssessment verdict =
        new CommitAssessment(
            consumer.firstTooEarly(run).orElse(null),
            history.autoCommitting().isPresent(),
            whileRunning);
    if (!verdict.holds()) {
      Chronicle chronicle = Chronicle.ofRuns(consumer.ledger(), run.life(""));
      throw CriterionEnded.failed(
          verdict.feedback(history, chronicle, partition), verdict.points());
    }
  }

  private int middle() {
    return BACKLOG / 2 + stage.events().below(BACKLOG / 3);
  }

  /** A commit counts if it passes the previous ones: one at the very first event proves nothing. */
  private boolean commitsWhileRunning(StudentRun run, Offsets before) {
    if (stage.await(
        "a commit while running",
        stage.patience().toCommit(),
        () -> hasCommitted(run, before),
        run)) {
      return true;
    }
    List<PublishedEvent> more = consumer.publish(LARGE_BACKLOG);
    consumer.awaitHandled("many more events to be handled", more, run);
    return stage.await(
        "a commit while running", stage.patience().brief(), () -> hasCommitted(run, before), run);
  }

  /** Counts accepted commits of handled events: a commit of nothing new does not count. */
  private boolean hasCommitted(StudentRun run, Offsets before) {
    return stage.commitJournal().commitsOf(run.groupId()).stream()
        .anyMatch(commit -> commit.offset() > before.of(commit.partition(), Long.MAX_VALUE));
  }

  /**
   * Stops the consumer in mid-batch: auto-commit that was left on commits the whole batch when it
   * closes.
   */
  private void stopInBacklog(StudentRun run) {
    HeldBacklog backlog = consumer.holdInBacklog(run, 2, 30, 10);
    run.stopConsumer();
    backlog.hold().letGo(Answer.PROCEED);
    // Another criterion judges whether it stops; this one, what it commits meanwhile.
    PendingCall running = run.consuming();
    consumer.awaitHandling("run() to return", List.of(run), running::ended);
  }

  private static List<PublishedEvent> both(List<PublishedEvent> one, List<PublishedEvent> other) {
    List<PublishedEvent> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
