package dev.kafkalab.grader.criteria;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.evidence.Draft;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.studentvm.Deadline;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.studentvm.Hold;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A consumer with a topic of its own that meets poison among good events, all in one batch. */
final class PoisonTrial {

  private static final int PARTITION = 1;
  private static final int GOOD_BEHIND = 2;
  private static final Duration STALLED = Duration.ofSeconds(2);

  /** Between two polls it stands somewhere else for a moment. */
  private static final int LOOKS = 5;

  private static final Duration LOOK = Duration.ofMillis(500);

  /** Of an idle consumer there are ten in a second: {@code StudentRun.BASE}. */
  private static final int MOST_FETCHES = 100;

  private final Stage stage;
  private final ConsumerStage consumer;
  private final StudentRun run;
  private final EventLedger good = new EventLedger();
  private @Nullable Feedback death;
  private long lastPoison;
  private int handled;
  private long fetches;
  private boolean looping;
  private Deadline nextLook = Deadline.in(LOOK);
  private Deadline stalled = Deadline.in(STALLED);

  /** Starts in a JVM of its own; returns while the consumer is still finding its position. */
  static PoisonTrial start(Stage stage) {
    ConsumerStage consumer = newConsumer(stage);
    return new PoisonTrial(stage, consumer, stage.newRun(consumer.topic()));
  }

  /** Starts in the JVM of another trial. */
  static PoisonTrial startBeside(PoisonTrial other, Stage stage) {
    ConsumerStage consumer = newConsumer(stage);
    return new PoisonTrial(stage, consumer, stage.newRunBeside(other.run, consumer.topic()));
  }

  /** Where malformed records go to a dead-letter topic, it is there. */
  private static ConsumerStage newConsumer(Stage stage) {
    ConsumerStage consumer = new ConsumerStage(stage);
    stage.newDeadLetterTopic(consumer.topic());
    return consumer;
  }

  private PoisonTrial(Stage stage, ConsumerStage consumer, StudentRun run) {
    this.stage = stage;
    this.consumer = consumer;
    this.run = run;
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
    Hold hold = run.gate().holdNext(call -> ConsumerStage.isAbout(call, first));
    good.add(consumer.publishTo(PARTITION, List.of(first)));
    stage.await("the first good event", () -> hold.taken().isPresent() || isDead());
    publish(poison);
    hold.letGo(Answer.PROCEED);
    noteProgress();
  }

  private void noteProgress() {
    handled = run.calls().size();
    fetches = run.tap().fetches();
    stalled = Deadline.in(STALLED);
  }

  /** Publishes each poison with good events behind it, all in one batch. */
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
    List<Long> offsets = consumer.topic().publishDrafts(PARTITION, drafts);
    List<PublishedEvent> published = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      // In front of each event there is as much poison as there are pairs of events, and one more.
      int place = i + i / GOOD_BEHIND + 1;
      published.add(
          new PublishedEvent(
              events.get(i), consumer.topic().partition(PARTITION), offsets.get(place)));
    }
    lastPoison = offsets.get(offsets.size() - GOOD_BEHIND - 1);
    good.add(published);
    consumer.expect(published);
  }

  /**
   * Returns whether nothing more can change: all good events were handled, or the consumer is dead
   * or in a loop.
   */
  boolean isSettled() {
    if (run.calls().size() > handled) {
      noteProgress();
    }
    List<PublishedEvent> missing = good.missing(run.calls());
    if (missing.isEmpty() || isDead()) {
      return true;
    }
    looping = looping || (stalled.hasPassed() && isLooping());
    return looping || (stalled.hasPassed() && isCommitted(missing.get(0)));
  }

  /** An event that was committed and not handled is lost: whoever queues it commits it later. */
  private boolean isCommitted(PublishedEvent event) {
    return run.highestCommit(event.partition()) > event.offset();
  }

  /** Returns whether it was seen in a loop. */
  boolean loops() {
    return looping;
  }

  /**
   * Returns whether it has handled nothing for a while and was busy all the time: who reads the
   * same record again and again takes a core, and nothing else will come of it.
   */
  private boolean isLooping() {
    return run.tap().fetches() - fetches > MOST_FETCHES || isSpinning();
  }

  private boolean isSpinning() {
    if (!nextLook.hasPassed()) {
      return false;
    }
    nextLook = Deadline.in(LOOK);
    try {
      run.consuming().failIfSpinning(stage.patience().call());
      return false;
    } catch (StudentFailure.DidNotReturn e) {
      return true;
    }
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

  /** Says what became of the consumer or of a good event. */
  Feedback harm(Survival survival) {
    if (death != null) {
      return MalformedFeedback.died(survival, death);
    }
    Chronicle chronicle = Chronicle.ofRuns(consumer.ledger(), Life.of(run, ""));
    List<PublishedEvent> missing = good.missing(run.calls());
    Optional<HandlerCall> invented = consumer.firstInvented(run);
    if (missing.isEmpty() && invented.isPresent()) {
      return MalformedFeedback.invented(survival, invented.get());
    }
    if (missing.isEmpty()) {
      PublishedEvent twice = good.repeated(run.calls()).get(0);
      return MalformedFeedback.twice(survival, twice).with(chronicle.handledTwice(twice));
    }
    Feedback lost =
        MalformedFeedback.lost(survival, missing, good.published().size())
            .with(chronicle.passedOver(missing));
    long before = run.tap().fetches();
    boolean again =
        stage.await(
            "the poison to be read again",
            stage.patience().brief(),
            () -> run.tap().fetches() > before && position() <= missing.get(0).offset(),
            run);
    if (run.tap().fetches() == before) {
      return standsStill(lost.at(run.lines().poll()));
    }
    return again
        ? lost.at(run.lines().poll()).because(Misconception.POISON_LOOPS)
        : lost.because(Misconception.BATCH_DROPPED_AFTER_POISON);
  }

  /**
   * A consumer that stands still somewhere is neither in a loop, nor has it dropped a batch; but
   * where poll() itself throws at the record, it can be called for ever without asking the broker.
   */
  private Feedback standsStill(Feedback lost) {
    Feedback standing = MalformedFeedback.stoodStill(lost);
    for (int look = 0; look < LOOKS; look++) {
      try {
        run.consuming().failIfSpinning(stage.patience().call());
      } catch (StudentFailure.DidNotReturn e) {
        if (e.stoodIn().contains("poll")) {
          return lost.at(e.location()).because(Misconception.POISON_LOOPS);
        }
        standing = standing.at(e.location());
      }
    }
    return standing;
  }

  private long position() {
    return run.tap()
        .fetchPositions()
        .getOrDefault(consumer.topic().partition(PARTITION), Long.MAX_VALUE);
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
