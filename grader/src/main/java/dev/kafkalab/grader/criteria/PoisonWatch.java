package dev.kafkalab.grader.criteria;

import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.studentvm.Deadline;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.time.Duration;
import java.util.List;

/**
 * Watches a consumer among poison, to end the wait for it as soon as nothing more can come of it.
 */
final class PoisonWatch {

  private static final Duration STALLED = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Of an idle consumer there are ten in a second: {@code StudentRun.BASE}. */
  private static final int MOST_FETCHES = 100;

  private final Stage stage;
  private final StudentRun run;
  private final EventLedger good;
  private int handled;
  private long fetches;
  private boolean looping;
  private boolean readsAgain;
  private Deadline nextLook = Deadline.in(LOOK);
  private Deadline stalled = Deadline.in(STALLED);

  /**
   * Watches from now on.
   *
   * @param good the events that must be handled: more may come
   */
  PoisonWatch(Stage stage, StudentRun run, EventLedger good) {
    this.stage = stage;
    this.run = run;
    this.good = good;
  }

  /** Notes how far it is: from here on it may be silent for a while again. */
  void noteProgress() {
    handled = run.calls().size();
    fetches = run.tap().fetches();
    stalled = Deadline.in(STALLED);
  }

  /**
   * Returns whether nothing more can change: all good events were handled, or the consumer is in a
   * loop, or has passed over one.
   */
  boolean isSettled() {
    if (run.calls().size() > handled) {
      noteProgress();
    }
    List<PublishedEvent> missing = good.missing(run.calls());
    if (missing.isEmpty()) {
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
   * Returns whether that loop asks the broker for records: for the same ones, as none is handled.
   */
  boolean readsAgain() {
    return readsAgain;
  }

  /**
   * Returns whether it has handled nothing for a while and was busy all the time: who reads the
   * same record again and again takes a core, and nothing else will come of it.
   */
  private boolean isLooping() {
    readsAgain = run.tap().fetches() - fetches > MOST_FETCHES;
    return readsAgain || isSpinning();
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
}
