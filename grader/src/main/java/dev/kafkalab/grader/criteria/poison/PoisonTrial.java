package dev.kafkalab.grader.criteria.poison;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.FailureFeedback;
import dev.kafkalab.grader.criteria.stage.RunReturned;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.evidence.Draft;
import dev.kafkalab.grader.evidence.EventIdentity;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.Hold;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A consumer with its own topic that reads poison among valid events, all in one batch. */
final class PoisonTrial {

  private static final int GOOD_BEHIND = 2;

  /** What waits for records does not compute as long while a call may take. */
  private static final int TURN_MILLIS = 250;

  private final Stage stage;
  private final ConsumerStage consumer;
  private final StudentRun run;
  private final EventLedger good;
  private final PoisonWatch watch;
  private final boolean ofOneKind;
  private @Nullable UserEvent later;
  private @Nullable Feedback death;
  private long lastPoison;
  private long lastGood;

  /** Starts in a JVM of its own; returns while the consumer is still finding its position. */
  static PoisonTrial start(Stage stage) {
    ConsumerStage consumer = newConsumer(stage);
    return new PoisonTrial(stage, consumer, stage.newRun(consumer.topic()), false);
  }

  /** Starts the trials of single kinds, side by side in one JVM. */
  static List<PoisonTrial> startOfOneKind(int count, Stage stage) {
    ConsumerStage first = newConsumer(stage);
    StudentRun run = stage.newRun(first.topic());
    List<PoisonTrial> trials = new ArrayList<>();
    trials.add(new PoisonTrial(stage, first, run, true));
    while (trials.size() < count) {
      ConsumerStage next = newConsumer(stage);
      trials.add(new PoisonTrial(stage, next, stage.newRunBeside(run, next.topic()), true));
    }
    return trials;
  }

  /** Where malformed records go to a dead-letter topic, it is there. */
  private static ConsumerStage newConsumer(Stage stage) {
    ConsumerStage consumer = ConsumerStage.on(stage);
    stage.newDeadLetterTopic(consumer.topic());
    return consumer;
  }

  private PoisonTrial(Stage stage, ConsumerStage consumer, StudentRun run, boolean ofOneKind) {
    this.stage = stage;
    this.consumer = consumer;
    this.run = run;
    this.ofOneKind = ofOneKind;
    this.good = consumer.ledger().part();
    this.watch =
        ofOneKind ? PoisonWatch.ofOneKind(stage, run, good) : PoisonWatch.begin(stage, run, good);
    run.startConsumer();
  }

  /** Waits until the consumer is known to read. */
  void awaitReading() {
    consumer.awaitFirstSigns(List.of(run));
  }

  /**
   * Publishes the poison among good events while the consumer stands in the handler, and lets it go
   * on.
   */
  void serve(List<Poison> poison) {
    UserEvent first = consumer.newEvents(1).get(0);
    Hold hold = run.gate().holdNext(call -> EventIdentity.isAbout(call, first));
    good.add(consumer.publishTo(Poison.PARTITION, List.of(first)));
    stage.await("the first good event", () -> hold.taken().isPresent() || isDead());
    publish(poison);
    hold.letGo(Answer.PROCEED);
    watch.noteProgress();
  }

  /** Publishes each poison, followed by valid events, all in one batch. */
  private void publish(List<Poison> poison) {
    List<Draft> drafts = new ArrayList<>();
    List<UserEvent> events = new ArrayList<>();
    for (Poison kind : poison) {
      drafts.add(new Draft("user_1", kind.value()));
      for (UserEvent event : consumer.newEvents(GOOD_BEHIND)) {
        drafts.add(Draft.of(event));
        events.add(event);
      }
    }
    List<Long> offsets = consumer.topic().publishDrafts(Poison.PARTITION, drafts);
    List<PublishedEvent> published = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      // In front of each event there is as much poison as there are pairs of events, and one more.
      int place = i + i / GOOD_BEHIND + 1;
      published.add(
          new PublishedEvent(
              events.get(i), consumer.topic().partition(Poison.PARTITION), offsets.get(place)));
    }
    lastPoison = offsets.get(offsets.size() - GOOD_BEHIND - 1);
    lastGood = offsets.get(offsets.size() - 1);
    good.add(published);
  }

  /**
   * Returns whether nothing more can change: all good events were handled, or the consumer is dead
   * or in a loop, or has skipped some.
   */
  boolean isSettled() {
    return isDead() || watch.isSettled() || (ofOneKind && hasPassedOver());
  }

  /**
   * Finds that out with one more event: a consumer that dropped the batch with the poison and reads
   * on handles it, and a user's events are handled in order.
   */
  private boolean hasPassedOver() {
    UserEvent sign = later;
    List<PublishedEvent> missing = good.missing(run.calls());
    if (sign == null) {
      if (!missing.isEmpty() && position() > lastGood) {
        later = publishLater(missing.get(0).event().userId());
      }
      return false;
    }
    return run.calls().stream().anyMatch(call -> EventIdentity.isAbout(call, sign))
        && missing.stream().anyMatch(event -> event.event().userId().equals(sign.userId()));
  }

  private long position() {
    return run.tap().fetchPositions().of(consumer.topic().partition(Poison.PARTITION), 0L);
  }

  private UserEvent publishLater(String user) {
    UserEvent event = stage.events().event(user, UserEvent.LOGIN);
    consumer.publishTo(Poison.PARTITION, List.of(event));
    return event;
  }

  /** Counts turns of the processor: a loop has them on a machine with far too much to do, too. */
  long turns() {
    return run.consuming().computed().toMillis() / TURN_MILLIS;
  }

  /** Ends the JVM, also for those that run beside it. */
  void kill() {
    run.kill();
  }

  boolean survived() {
    return good.missing(run.calls()).isEmpty()
        && good.repeated(run.calls()).isEmpty()
        && consumer.firstInvented(run).isEmpty()
        && !isDead();
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

  /**
   * Finds out what became of the consumer or of a good event: it may be killed afterwards.
   *
   * @return makes feedback of it, once it is known which kinds are survived
   */
  Function<Survival, Feedback> harm() {
    Feedback end = death;
    return end == null
        ? new PoisonHarm(stage, consumer, run, good).find(watch.readsAgain())
        : survival -> MalformedFeedback.died(survival, end);
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
            .of(consumer.topic().partition(Poison.PARTITION), 0L)
        > lastPoison;
  }

  long lastPoison() {
    return lastPoison;
  }
}
