package dev.kafkalab.grader.criteria;

import static dev.kafkalab.grader.criteria.Verdicts.expect;

import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.rubric.CriterionBlocked;
import dev.kafkalab.grader.rubric.CriterionFailed;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.studentvm.StudentFailure;
import dev.kafkalab.grader.tap.CommitNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Judges whether a consumer that was stopped in mid-stream and started anew goes on where it was.
 */
final class Resumption {

  /** Points for losing nothing, but doing something again. */
  private static final int WITH_REPEATS = 4;

  private final Stage stage;
  private final ConsumerStage consumer;

  Resumption(Stage stage) {
    this.stage = stage;
    this.consumer = new ConsumerStage(stage);
  }

  void judge() {
    StudentRun first = consumer.startReading();
    expectGivenGroup(first);
    HeldBacklog backlog = consumer.holdInBacklog(first, 1, 40, 15 + stage.events().below(10));
    stopCleanly(first, backlog);
    Map<TopicPartition, Long> committed = stage.group(first.groupId()).committed();
    first.kill();
    stage.group(first.groupId()).evictMembers();

    consumer.publish(20);
    StudentRun second = stage.newRun(consumer.topic());
    second.startConsumer();
    boolean all =
        stage.await("the rest to be handled", () -> missing(first, second).isEmpty(), second);
    if (!all) {
      requireNothingTooEarly(first);
    }
    expect(all, () -> ResumptionFeedback.gap(missing(first, second), committed));
    expectNoRepeats(first, second, committed);
  }

  private void expectGivenGroup(StudentRun run) {
    expect(
        run.groupId().equals(run.settings().groupId()),
        () -> ResumptionFeedback.otherGroup(run.groupId(), run.settings().groupId()));
  }

  private void stopCleanly(StudentRun run, HeldBacklog backlog) {
    run.stopConsumer();
    backlog.hold().letGo(Answer.PROCEED);
    try {
      run.consuming().await(stage.patience().call());
    } catch (StudentFailure.DidNotReturn e) {
      throw new CriterionFailed(ResumptionFeedback.stopIgnored(e));
    }
  }

  /**
   * A commit past what was handled is lost here by necessity: there is one fault, and it has its
   * criterion.
   */
  private void requireNothingTooEarly(StudentRun run) {
    Optional<CommitAudit.TooEarly> tooEarly =
        new CommitAudit(consumer.ledger(), run.calls())
            .firstTooEarly(run.tap().notes(CommitNote.class));
    if (tooEarly.isPresent()) {
      throw new CriterionBlocked("consumer.manual-commit", CommitFeedback.tooEarly(tooEarly.get()));
    }
  }

  private List<PublishedEvent> missing(StudentRun first, StudentRun second) {
    List<HandlerCall> calls = new ArrayList<>(first.calls());
    calls.addAll(second.calls());
    return consumer.ledger().missing(calls);
  }

  private void expectNoRepeats(
      StudentRun first, StudentRun second, Map<TopicPartition, Long> committed) {
    List<PublishedEvent> before = handledBy(first);
    List<PublishedEvent> again =
        handledBy(second).stream().filter(before::contains).distinct().toList();
    Optional<PublishedEvent> rewound =
        again.stream()
            .filter(event -> event.offset() < committed.getOrDefault(event.partition(), 0L))
            .findFirst();
    rewound.ifPresent(event -> expect(false, () -> ResumptionFeedback.rewound(event, committed)));
    expect(!committed.isEmpty(), () -> ResumptionFeedback.nothingCommitted(again.size()));
    expect(again.isEmpty(), WITH_REPEATS, () -> ResumptionFeedback.repeats(again, committed));
  }

  private List<PublishedEvent> handledBy(StudentRun run) {
    return consumer.ledger().sightings(run.calls()).stream()
        .flatMap(sighting -> Optional.ofNullable(sighting.source()).stream())
        .toList();
  }
}
