package dev.kafkalab.grader.criteria.consumer;

import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.Chronicle;
import dev.kafkalab.grader.criteria.trace.CommitAudit;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.tap.note.CommitNote;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/** Judges what is committed after the handler has thrown. */
final class FailingCommits {

  private final Stage stage;
  private final ConsumerStage consumer;
  private final StudentRun run;

  FailingCommits(Stage stage, ConsumerStage consumer, StudentRun run) {
    this.stage = stage;
    this.consumer = consumer;
    this.run = run;
  }

  /** What was wrong before the handler threw, too, is another criterion's. */
  void expectNoneWrong() {
    long thrown =
        run.calls().stream()
            .filter(HandlerCall::refused)
            .mapToLong(HandlerCall::answeredNanos)
            .findFirst()
            .orElse(Long.MAX_VALUE);
    List<CommitNote> commits = run.commitHistory().commits();
    List<CommitNote> earlier =
        commits.stream().filter(commit -> commit.nanoTime() - thrown < 0).toList();
    CommitAudit audit = consumer.audit(run);
    if (audit.firstTooEarly(earlier).isEmpty()) {
      audit
          .firstTooEarly(commits)
          .ifPresent(
              commit -> {
                throw CriterionEnded.failed(consumer.tooEarly(run, commit));
              });
    }
    if (CommitAudit.firstBackward(earlier).isEmpty()) {
      consumer
          .backward(run)
          .ifPresent(
              feedback -> {
                throw CriterionEnded.failed(feedback);
              });
    }
  }

  boolean reachTheEnd() {
    return behind().isEmpty();
  }

  void expectTheEnd(List<PublishedEvent> failing) {
    List<TopicPartition> behind = behind();
    if (!behind.isEmpty()) {
      PublishedEvent failed =
          failing.stream()
              .filter(event -> event.partition().equals(behind.get(0)))
              .findFirst()
              .orElse(failing.get(0));
      throw CriterionEnded.failed(
          HandlerFeedback.neverCommitted(
                  failed, consumer.topic().endOffsets(), committed(), run.commitHistory())
              .with(Chronicle.ofRuns(consumer.ledger(), run.life("")).of(failed.partition())));
    }
  }

  /** Commits that are one behind everywhere are another criterion's. */
  private List<TopicPartition> behind() {
    Offsets committed = committed();
    Offsets ends = consumer.topic().endOffsets();
    long slack =
        consumer.topic().partitions().stream()
                .allMatch(each -> committed.of(each, 0L) < ends.of(each, 0L))
            ? 1
            : 0;
    return consumer.topic().partitions().stream()
        .filter(each -> committed.of(each, 0L) < ends.of(each, 0L) - slack)
        .toList();
  }

  private Offsets committed() {
    return stage.group(run.groupId()).committed();
  }
}
