package dev.kafkalab.grader.criteria.poison;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.FailureFeedback;
import dev.kafkalab.grader.criteria.stage.NeedsToBeAlone;
import dev.kafkalab.grader.criteria.stage.RunReturned;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.evidence.EventIdentity;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.Hold;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A consumer with its own topic that reads poison among valid events, all in one batch. */
final class PoisonTrial {

  /** What waits for records does not compute as long while a call may take. */
  private static final int TURN_MILLIS = 250;

  private final Stage stage;
  private final ConsumerStage consumer;
  private final StudentRun run;
  private final EventLedger good;
  private final PoisonWatch watch;
  private final boolean ofOneKind;
  private final List<Place> malformed = new ArrayList<>();
  private List<Poison> kinds = List.of();
  private @Nullable UserEvent later;
  private @Nullable Feedback death;
  private boolean reads;

  /**
   * Starts in a JVM of its own; returns while the consumer is still finding its position.
   *
   * @param first what is at the very first offset of each partition
   */
  static PoisonTrial start(Stage stage, List<Poison> first) {
    ConsumerStage consumer = newConsumer(stage);
    Course.Served served = Course.onlyOf(first).publishTo(consumer.topic());
    PoisonTrial trial = new PoisonTrial(stage, consumer, stage.newRun(consumer.topic()), false);
    trial.malformed.addAll(served.malformed());
    return trial;
  }

  /** Starts a trial for each kind, side by side in one JVM. */
  static List<PoisonTrial> startOfOneKind(List<Poison> kinds, Stage stage) {
    ConsumerStage first = newConsumer(stage);
    StudentRun shared = stage.newRun(first.topic());
    List<PoisonTrial> trials = new ArrayList<>();
    trials.add(new PoisonTrial(stage, first, shared, true));
    while (trials.size() < kinds.size()) {
      ConsumerStage next = newConsumer(stage);
      trials.add(new PoisonTrial(stage, next, stage.newRunBeside(shared, next.topic()), true));
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
   * Does the same where the first records are malformed.
   *
   * @return whether it reads; if not, they may be the cause, or nothing works at all
   */
  boolean reads() {
    try {
      awaitReading();
      reads = true;
    } catch (StudentFailure.NotWritten | NeedsToBeAlone e) {
      throw e;
    } catch (StudentFailure | RunReturned e) {
      death = FailureFeedback.of(e);
    } catch (CriterionEnded e) {
      reads = false; // the events that it should have read are not among those to account for
    }
    return reads;
  }

  /** Serves all of these in one course, which ends with these malformed records. */
  void serveAll(List<Poison> all, List<Poison> last) {
    kinds = all;
    serve(() -> Course.ofAll(all, this::newEvent).endingWith(last));
  }

  /** Serves one kind by itself. */
  void serveOnly(Poison kind) {
    kinds = List.of(kind);
    serve(() -> Course.ofOne(kind, this::newEvent));
  }

  private UserEvent newEvent() {
    return consumer.newEvents(1).get(0);
  }

  /** Publishes a course while the consumer stands in the handler, and lets it go on. */
  private void serve(Supplier<Course> course) {
    UserEvent first = newEvent();
    Hold hold = run.gate().holdNext(call -> EventIdentity.isAbout(call, first));
    good.add(consumer.publishTo(0, List.of(first)));
    stage.await("the first good event", () -> hold.taken().isPresent() || isDead());
    publish(course.get());
    hold.letGo(Answer.PROCEED);
    watch.noteProgress();
  }

  private void publish(Course course) {
    Course.Served served = course.publishTo(consumer.topic());
    malformed.addAll(served.malformed());
    good.add(served.valid());
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
      if (!missing.isEmpty() && isBehind(missing.get(0))) {
        later = publishLater(missing.get(0));
      }
      return false;
    }
    return run.calls().stream().anyMatch(call -> EventIdentity.isAbout(call, sign))
        && missing.stream().anyMatch(event -> event.event().userId().equals(sign.userId()));
  }

  /** Behind the last of a partition's events there is nothing that it could be waiting in. */
  private boolean isBehind(PublishedEvent missing) {
    long last =
        good.published().stream()
            .filter(event -> event.partition().equals(missing.partition()))
            .mapToLong(PublishedEvent::offset)
            .max()
            .orElse(missing.offset());
    return run.tap().fetchPositions().of(missing.partition(), 0L) > last;
  }

  private UserEvent publishLater(PublishedEvent missing) {
    UserEvent event = stage.events().event(missing.event().userId(), UserEvent.LOGIN);
    consumer.publishTo(missing.partition().partition(), List.of(event));
    return event;
  }

  /** Counts turns of the processor: a loop has them on a machine with far too much to do, too. */
  long turns() {
    return run.calls().size() + run.consuming().computed().toMillis() / TURN_MILLIS;
  }

  /** Ends the JVM, also for those that run beside it. */
  void kill() {
    run.kill();
  }

  boolean survived() {
    return (reads || ofOneKind)
        && good.missing(run.calls()).isEmpty()
        && good.repeated(run.calls()).isEmpty()
        && consumer.firstInvented(run, MalformedKinds::mayBeAnEvent).isEmpty()
        && Changed.first(good, kinds, run.calls()).isEmpty()
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
    if (end == null && !reads) {
      Location poll = run.lines().poll();
      return survival -> MalformedFeedback.stuckAtTheFirst(survival).at(poll);
    }
    return end == null
        ? new PoisonHarm(stage, consumer, run, good, kinds).find(watch.readsAgain())
        : survival -> MalformedFeedback.died(survival, end);
  }

  /** Serves nothing but these malformed records, at the end of each partition. */
  void serveLast(List<Poison> last) {
    publish(Course.onlyOf(last));
  }

  /** Returns the account of the malformed records so far. */
  Skipped skipped() {
    return new Skipped(stage, run, malformed);
  }
}
