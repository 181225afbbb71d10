package dev.kafkalab.grader.criteria.poison;

import dev.kafkalab.grader.clock.Deadline;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.tap.Tap;
import java.time.Duration;
import java.util.List;

/** Watches a consumer that reads poison, and ends the wait as soon as nothing more can happen. */
public final class PoisonWatch {

  private static final Duration STALLED = Duration.ofSeconds(2);

  private static final Duration LOOK = Duration.ofMillis(500);

  /** Of an idle consumer there are ten in a second: {@code QuietDefaults}. */
  private static final int MOST_FETCHES = 60;

  private static final int MOST_FETCHES_A_SECOND = 20;

  /** A consumer that seeks past each malformed record rewinds once for each of a row. */
  private static final int MOST_REWINDS = 20;

  /** What waits for records computes for less than this part of the time that a call may take. */
  private static final int SPINNING = 5;

  private static final int SPINNING_BY_ONE = 20;

  private final StudentRun run;
  private final EventLedger good;
  private final Duration patience;
  private final Duration mostComputed;
  private int handled;
  private long fetches;
  private long rewinds;
  private Duration computed = Duration.ZERO;
  private boolean looping;
  private boolean readsAgain;
  private Deadline nextLook = Deadline.in(LOOK);
  private Deadline stalled;

  private PoisonWatch(StudentRun run, EventLedger good, Duration patience, Duration mostComputed) {
    this.run = run;
    this.good = good;
    this.patience = patience;
    this.mostComputed = mostComputed;
    this.stalled = Deadline.in(patience);
  }

  /**
   * Watches from now on.
   *
   * @param good the events that must be handled: more may come
   */
  public static PoisonWatch begin(Stage stage, StudentRun run, EventLedger good) {
    return new PoisonWatch(run, good, STALLED, stage.patience().call().dividedBy(SPINNING));
  }

  /**
   * Does the same where a kind is tried by itself, after all of them together did harm: who
   * survives it computes for some milliseconds, and what does not needs not be waited for.
   */
  static PoisonWatch ofOneKind(Stage stage, StudentRun run, EventLedger good) {
    return new PoisonWatch(
        run, good, Duration.ZERO, stage.patience().call().dividedBy(SPINNING_BY_ONE));
  }

  /** Notes how far it is: from here on it may be silent for a while again. */
  public void noteProgress() {
    handled = run.calls().size();
    fetches = run.tap().fetches();
    rewinds = run.tap().rewinds();
    computed = run.consuming().computed();
    stalled = Deadline.in(patience);
  }

  /**
   * Returns whether nothing more can change: all good events were handled, or the consumer is in a
   * loop, or has skipped one.
   */
  boolean isSettled() {
    List<PublishedEvent> missing = good.missing(run.calls());
    return missing.isEmpty() || isHopeless(missing);
  }

  /** Returns whether a valid event is missing for good. */
  public boolean isHopeless() {
    List<PublishedEvent> missing = good.missing(run.calls());
    return !missing.isEmpty() && isHopeless(missing);
  }

  private boolean isHopeless(List<PublishedEvent> missing) {
    if (run.calls().size() > handled) {
      noteProgress();
    }
    PublishedEvent first = missing.get(0);
    looping = looping || (stalled.hasPassed() && isLooping(first));
    return looping || (stalled.hasPassed() && isCommitted(first));
  }

  /** An event that was committed but not handled is lost: code that queues it commits it later. */
  private boolean isCommitted(PublishedEvent event) {
    return run.highestCommit(event.partition()) > event.offset();
  }

  /** Returns whether that loop asks the broker for the same records. */
  boolean readsAgain() {
    return readsAgain;
  }

  /**
   * Returns whether it has handled nothing for a while and was busy all the time: who reads the
   * same record again and again takes a core, and nothing else will come of it.
   */
  private boolean isLooping(PublishedEvent missing) {
    readsAgain = isReadingAgain(missing);
    return readsAgain || isSpinning();
  }

  /**
   * Whoever has been given an event asks for what is behind it, and is idle where nothing is. One
   * who seeks back has asked for that, too, meanwhile: then the next request is a rewind.
   */
  private boolean isReadingAgain(PublishedEvent event) {
    Tap tap = run.tap();
    long idle = MOST_FETCHES_A_SECOND * stalled.waited().toSeconds();
    boolean isBehind = tap.fetchPositions().of(event.partition(), Long.MAX_VALUE) <= event.offset();
    return tap.rewinds() - rewinds > MOST_REWINDS
        || (isBehind && tap.fetches() - fetches > MOST_FETCHES + idle);
  }

  private boolean isSpinning() {
    if (!nextLook.hasPassed()) {
      return false;
    }
    nextLook = Deadline.in(LOOK);
    return run.consuming().computed().minus(computed).compareTo(mostComputed) > 0;
  }
}
