package dev.kafkalab.grader.criteria;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.Hold;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A consumer with a topic of its own that meets poison among good events, all in one batch. */
final class PoisonTrial {

  private static final int PARTITION = 1;

  private final Stage stage;
  private final ConsumerStage consumer;
  private final StudentRun run;
  private final EventLedger good = new EventLedger();
  private @Nullable Feedback death;
  private long lastPoison;

  /** Starts in a JVM of its own. */
  static PoisonTrial start(Stage stage) {
    ConsumerStage consumer = new ConsumerStage(stage);
    return new PoisonTrial(stage, consumer, consumer.startReading());
  }

  /** Starts in the JVM of another trial. */
  static PoisonTrial startBeside(PoisonTrial other, Stage stage) {
    ConsumerStage consumer = new ConsumerStage(stage);
    StudentRun run = stage.newRunBeside(other.run, consumer.topic());
    return new PoisonTrial(stage, consumer, consumer.startReading(run));
  }

  private PoisonTrial(Stage stage, ConsumerStage consumer, StudentRun run) {
    this.stage = stage;
    this.consumer = consumer;
    this.run = run;
  }

  /**
   * Publishes the poison among good events while the consumer stands in the handler, and lets it go
   * on.
   */
  void serve(List<Poison> poison) {
    UserEvent first = consumer.newEvents(1).get(0);
    Hold hold = run.gate().holdNext(call -> ConsumerStage.isAbout(call, first));
    good.add(consumer.topic().publishTo(PARTITION, List.of(first)));
    stage.await("the first good event", () -> hold.taken().isPresent() || isDead());
    for (Poison kind : poison) {
      lastPoison = consumer.topic().publishBytes(PARTITION, "user_1", kind.value());
      good.add(consumer.publishTo(PARTITION, 2));
    }
    hold.letGo(Answer.PROCEED);
  }

  /**
   * Returns whether nothing more can change: all good events were handled, or the consumer is dead.
   */
  boolean isSettled() {
    return good.missing(run.calls()).isEmpty() || isDead();
  }

  boolean survived() {
    return good.missing(run.calls()).isEmpty() && good.repeated(run.calls()).isEmpty() && !isDead();
  }

  private boolean isDead() {
    try {
      run.check();
      return false;
    } catch (StudentFailure | RunReturned e) {
      death = FailureFeedback.of(e);
      return true;
    }
  }

  /** Says what became of the consumer or of a good event. */
  Optional<Feedback> harm() {
    return death != null
        ? Optional.of(death)
        : good.missing(run.calls()).stream().findFirst().map(MalformedFeedback::goodEventLost);
  }

  /**
   * Waits until commits have passed the last poison; if that takes until the consumer is stopped,
   * that is fine.
   */
  boolean commitsPassed() {
    if (stage.await("commits to pass", stage.patience().brief(), this::isPast, run)) {
      return true;
    }
    run.stopConsumer();
    stage.await("run() to return", () -> run.consuming().ended());
    return isPast();
  }

  private boolean isPast() {
    return stage
            .group(run.groupId())
            .committed()
            .getOrDefault(consumer.topic().partition(PARTITION), 0L)
        > lastPoison;
  }

  long lastPoison() {
    return lastPoison;
  }
}
