package dev.kafkalab.grader.criteria.consumer;

import static java.util.stream.Collectors.toMap;

import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.Chronicle;
import dev.kafkalab.grader.criteria.trace.CommitAudit;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.tap.note.CommitNote;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Judges what is committed after the handler has thrown. */
final class FailingCommits {

  private final Stage stage;
  private final ConsumerStage consumer;
  private final StudentRun run;
  private final EventLedger good;

  /**
   * Judges the commits of a run.
   *
   * @param good the events whose handler returned
   */
  FailingCommits(Stage stage, ConsumerStage consumer, StudentRun run, EventLedger good) {
    this.stage = stage;
    this.consumer = consumer;
    this.run = run;
    this.good = good;
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

  /** Returns whether each partition is committed to its end. */
  boolean reachTheEnd() {
    return behind(consumer.topic().endOffsets()).isEmpty();
  }

  /** Returns whether each partition is committed past all events whose handler returned. */
  boolean reachGoodOnes() {
    Map<TopicPartition, Long> next =
        good.published().stream()
            .collect(toMap(PublishedEvent::partition, event -> event.offset() + 1, Math::max));
    return behind(new Offsets(next)).isEmpty();
  }

  Feedback behind(List<PublishedEvent> failing) {
    Offsets ends = consumer.topic().endOffsets();
    List<TopicPartition> behind = behind(ends);
    PublishedEvent failed =
        failing.stream()
            .filter(event -> behind.contains(event.partition()))
            .findFirst()
            .orElse(failing.get(0));
    return HandlerFeedback.neverCommitted(failed, ends, committed(), run.commitHistory())
        .with(Chronicle.ofRuns(consumer.ledger(), run.life("")).of(failed.partition()));
  }

  /** Commits that are one behind everywhere are another criterion's. */
  private List<TopicPartition> behind(Offsets expected) {
    Offsets committed = committed();
    boolean everywhere = true;
    for (TopicPartition each : consumer.topic().partitions()) {
      everywhere &= committed.of(each, 0L) < expected.of(each, 0L);
    }
    long slack = everywhere ? 1 : 0;
    return consumer.topic().partitions().stream()
        .filter(each -> committed.of(each, 0L) < expected.of(each, 0L) - slack)
        .toList();
  }

  private Offsets committed() {
    return stage.group(run.groupId()).committed();
  }
}
