package dev.kafkalab.grader.criteria.stage;

import dev.kafkalab.grader.clock.Deadline;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * How long the grader waits for what a correct solution does at once.
 *
 * <p>The unit is measured: the grader's own clients do the lab's basic round on the same broker
 * first, so a slow machine is patient and a fast one is quick. What has turned slow since then
 * counts by {@link Deadline}.
 *
 * @param call for a call of the student's code to return, and for the first sign of life
 * @param brief for what follows within milliseconds where it follows at all
 */
public record Patience(Duration call, Duration brief) {

  /**
   * The lab lets an event wait for 5 s until it is read, and one before it be handled meanwhile.
   */
  private static final Duration FLOOR = Duration.ofSeconds(6);

  /** The lab says half a second, with the student's own code around the handler. */
  private static final Duration TO_HANDLE_ONE = Duration.ofMillis(500);

  private static final Duration BRIEF_FLOOR = Duration.ofMillis(300);
  private static final Duration TO_END = Duration.ofSeconds(5);

  /**
   * For a silent broker that the student's code should wait for. A student's own timeout runs on a
   * wall clock, so this does too; otherwise a slow machine would find what a fast one does not.
   */
  public static final Duration SILENCE = Duration.ofSeconds(3);

  /** The lab says ten seconds, and a timer that says so too may be late. */
  private static final Duration TO_COMMIT = Duration.ofSeconds(12);

  private static final int BRIEFS_TO_END = 3;
  private static final int ROUNDS = 12;

  /** Kafka's own pauses are in what a student's clients do, and in the round they are cut short. */
  private static final double PAUSES = 1.25;

  private static final Duration POLL = Duration.ofMillis(30);
  private static final Duration FOREVER = Duration.ofDays(1);

  /** Derives the waits from how long the basic round took on this machine. */
  public static Patience measuredBy(Duration round) {
    Duration usual = Duration.ofNanos((long) (round.toNanos() * PAUSES));
    return new Patience(longer(FLOOR, usual.multipliedBy(ROUNDS)), longer(BRIEF_FLOOR, usual));
  }

  /** Waits forever: a debugger is attached. */
  public static Patience withDebugger() {
    return new Patience(FOREVER, BRIEF_FLOOR);
  }

  /** For a process to end after a signal: the lab allows 5 s, and a slow machine gets longer. */
  public Duration toEnd() {
    return call.equals(FOREVER) ? FOREVER : longer(TO_END, brief.multipliedBy(BRIEFS_TO_END));
  }

  /**
   * For something of what was handled to be committed: the lab says that it is within ten seconds.
   */
  public Duration toCommit() {
    return longer(TO_COMMIT, call);
  }

  /** For that many events to be handled, one after the other. */
  public Duration toHandle(int events) {
    return call.plus(TO_HANDLE_ONE.multipliedBy(events));
  }

  /** For a failed event to be tried once more: the lab says that it is within ten seconds, too. */
  public Duration toTryAgain() {
    return toCommit();
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /**
   * Waits until a condition holds.
   *
   * @param what the condition in words, for debugging the grader
   * @param bound how long, in the time of a {@link Deadline}
   * @param failFast throws where the condition can no longer come
   * @return whether it holds; false when the bound has passed
   * @throws IllegalStateException if this thread is interrupted
   */
  public static boolean await(
      String what, Duration bound, BooleanSupplier condition, Runnable failFast) {
    Deadline deadline = Deadline.in(bound);
    AtomicBoolean holds = new AtomicBoolean();
    try {
      Awaitility.await(what)
          .atMost(Deadline.latest(bound).plus(POLL))
          .pollDelay(Duration.ZERO)
          .pollInterval(POLL)
          .pollInSameThread()
          .until(
              () -> {
                if (Thread.currentThread().isInterrupted()) {
                  throw new IllegalStateException("interrupted while waiting for " + what);
                }
                boolean over = deadline.hasPassed(); // before the last look, not after it
                holds.set(condition.getAsBoolean());
                if (!holds.get()) {
                  failFast.run();
                }
                return holds.get() || over;
              });
    } catch (ConditionTimeoutException e) {
      // This thread was not scheduled for so long that there was no last look.
      holds.set(condition.getAsBoolean());
    }
    return holds.get();
  }
}
