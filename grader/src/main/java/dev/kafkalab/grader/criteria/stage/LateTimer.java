package dev.kafkalab.grader.criteria.stage;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Sees a consumer that goes on asking for records after the lab's ten seconds for a commit: on a
 * machine with too much to do, a wait alone would be long enough for a timer of half a minute, too.
 */
public final class LateTimer {

  /** The lab's ten seconds, and some for a loop that looks at its timer now and then. */
  private static final Duration DUE = Duration.ofSeconds(14);

  /** A loop that has come round so often has looked at its timer. */
  private static final int ROUNDS = 5;

  private final long begin = System.nanoTime();
  private long fetches = -1;

  private LateTimer() {}

  /**
   * Waits for commits as long as the lab allows, and no longer once a timer of its ten seconds
   * would have made them.
   *
   * @return whether they were made
   */
  public static boolean await(Stage stage, String what, BooleanSupplier committed, StudentRun run) {
    LateTimer timer = new LateTimer();
    stage.await(
        what,
        stage.patience().toCommit(),
        () -> committed.getAsBoolean() || timer.isOverdue(run),
        run);
    return committed.getAsBoolean();
  }

  private boolean isOverdue(StudentRun run) {
    if (System.nanoTime() - begin < DUE.toNanos()) {
      return false;
    }
    long now = run.tap().fetches();
    if (fetches < 0) {
      fetches = now;
    }
    return now >= fetches + ROUNDS;
  }
}
