package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.grader.criteria.stage.CommitFeedback;
import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.HeldBacklog;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.Chronicle;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import java.util.List;
import java.util.Optional;

/** Judges what happens to a batch if the consumer is killed in the middle of it. */
public final class CrashJudge {

  private static final int BACKLOG = 36;

  private static final String SECOND = "second run";

  private final Stage stage;
  private final ConsumerStage consumer;

  public CrashJudge(Stage stage) {
    this.stage = stage;
    this.consumer = ConsumerStage.on(stage);
  }

  void judge() {
    StudentRun first = startReading();
    Offsets committed = killInMidBatch(first);
    expectNothingLost(first, committed);
  }

  public StudentRun startReading() {
    StudentRun run = consumer.startReading();
    if (!run.groupId().equals(run.settings().groupId())) {
      throw CriterionEnded.blocked(
          CriterionId.CONSUMER_RESUMES,
          ResumptionFeedback.otherGroup(
              run.groupId(), Optional.empty(), run.settings().groupId(), run.lines()));
    }
    return run;
  }

  public ConsumerStage consumer() {
    return consumer;
  }

  /** Kills the consumer while it is in the handler; returns what was committed by then. */
  Offsets killInMidBatch(StudentRun run) {
    HeldBacklog unused =
        consumer.holdInBacklog(run, 1, BACKLOG, BACKLOG / 3 + stage.events().below(BACKLOG / 3));
    run.kill();
    Offsets committed = stage.group(run.groupId()).committed();
    stage.group(run.groupId()).evictMembers();
    return committed;
  }

  /**
   * Kills the consumer in mid-batch and expects that it could make up for that.
   *
   * <p>Whether it does is what {@link #judge()} finds out: here it is enough that no commit is past
   * an event that was not handled.
   */
  public void expectNothingWouldBeLost(StudentRun run) {
    Offsets committed = killInMidBatch(run);
    consumer.requireNothingTooEarly(run);
    List<PublishedEvent> lost =
        missing(List.of(run)).stream()
            .filter(event -> event.offset() < committed.of(event.partition(), 0L))
            .toList();
    expect(lost.isEmpty(), () -> CrashFeedback.lost(lost, committed));
  }

  /** Restarts the consumer and expects that it handles what the first run did not. */
  void expectNothingLost(StudentRun first, Offsets committed) {
    StudentRun second = stage.newRun(consumer.topic());
    second.startConsumer();
    boolean all =
        consumer.awaitHandling(
            "the rest to be handled",
            List.of(first, second),
            () -> missing(List.of(first, second)).isEmpty(),
            second);
    if (!all) {
      consumer.requireNothingTooEarly(first);
    }
    Chronicle chronicle =
        Chronicle.ofRuns(consumer.ledger(), first.life("first run"), second.life(SECOND));
    List<PublishedEvent> missing = missing(List.of(first, second));
    expect(all, () -> CrashFeedback.lost(missing, committed).with(chronicle.passedOver(missing)));
    consumer
        .audit(first, second)
        .firstTooEarly(second.commitHistory().commits())
        .ifPresent(
            commit -> {
              throw CriterionEnded.failed(
                  CommitFeedback.tooEarly(commit, second.commitHistory())
                      .with(chronicle.committedTooEarly(commit)));
            });
    Optional<PublishedEvent> again =
        consumer.ledger().sources(second.calls()).stream()
            .filter(event -> event.offset() < committed.of(event.partition(), 0L))
            .findFirst();
    // Another criterion judges where to begin, unless it passes after an orderly end.
    again.ifPresent(
        event -> {
          throw CriterionEnded.blocked(
              CriterionId.CONSUMER_RESUMES,
              CrashFeedback.rewound(event, committed, second.lines())
                  .with(chronicle.handledAgain(event, SECOND)));
        });
  }

  /** An event whose handler call never returned was not processed. */
  private List<PublishedEvent> missing(List<StudentRun> runs) {
    return consumer.ledger().missing(ConsumerStage.answeredCallsOf(runs));
  }
}
