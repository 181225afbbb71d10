package dev.kafkalab.grader.criteria.consumer;

import dev.kafkalab.grader.criteria.stage.CommitFeedback;
import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.HeldBacklog;
import dev.kafkalab.grader.criteria.stage.RunReturned;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.Chronicle;
import dev.kafkalab.grader.criteria.trace.CommitHistory;
import dev.kafkalab.grader.feedback.Exhibit.Story;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.Outcome.Blocked;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.PendingCall;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Judges when offsets are committed: by hand, never before the event is processed, and not only at
 * the end.
 */
final class ManualCommitJudge {

  private static final int PARTITION = 1;

  private static final int BACKLOG = 60;
  private static final int BESIDES = 8;

  private final Stage stage;
  private final ConsumerStage consumer;

  ManualCommitJudge(Stage stage) {
    this.stage = stage;
    this.consumer = ConsumerStage.on(stage);
  }

  void judge() {
    StudentRun run = consumer.startReading();
    TimelyCommits commits = new TimelyCommits(stage, consumer, run, consumer.topic().endOffsets());
    HeldBacklog backlog = consumer.holdInBacklog(run, PARTITION, BACKLOG, middle(), BESIDES);

    // What was sent without waiting for an answer is on the wire a moment later.
    stage.await(
        "a commit past the held event",
        stage.patience().brief(),
        () -> consumer.firstTooEarly(run).isPresent(),
        run);
    Optional<Feedback> tooLate = Optional.of(CommitFeedback.onlyAtTheEnd(run.commitHistory()));
    try {
      backlog.hold().letGo(Answer.PROCEED);
      tooLate = commits.check(consumer.ledger().published());
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
    judge(run, tooLate.orElse(null));
  }

  private void judge(StudentRun run, @Nullable Feedback tooLate) {
    TopicPartition partition = consumer.topic().partition(PARTITION);
    Chronicle chronicle = Chronicle.ofRuns(consumer.ledger(), run.life(""));
    stage.show(new Story(PARTITION, chronicle.of(partition)));
    CommitHistory history = run.commitHistory();
    boolean automatic = history.autoCommitting().isPresent();
    boolean byHand = !automatic || history.hasCommitCall();
    CommitAssessment verdict =
        new CommitAssessment(
            consumer.firstTooEarly(run).map(early -> consumer.tooEarly(run, early)).orElse(null),
            automatic,
            byHand ? tooLate : CommitFeedback.onlyAtTheEnd(history));
    if (!verdict.holds()) {
      throw CriterionEnded.failed(verdict.feedback(history), verdict.points());
    }
  }

  private int middle() {
    return BACKLOG / 2 + stage.events().below(BACKLOG / 3);
  }

  /**
   * Stops the consumer in mid-batch: auto-commit that was left on commits the whole batch when it
   * closes.
   */
  private void stopInBacklog(StudentRun run) {
    HeldBacklog backlog = consumer.holdInBacklog(run, 2, 20, 5);
    run.stopConsumer();
    backlog.hold().letGo(Answer.PROCEED);
    // Another criterion judges whether it stops; this one, what it commits meanwhile.
    PendingCall running = run.consuming();
    consumer.awaitHandling("run() to return", List.of(run), running::ended);
  }
}
