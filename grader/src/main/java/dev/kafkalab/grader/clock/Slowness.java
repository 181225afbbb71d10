package dev.kafkalab.grader.clock;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures how many times longer than usual the grader and its students' JVMs take, because they
 * are kept waiting for a processor: by other programs, or by the quota of a container.
 *
 * <p>Only what these processes were denied counts. How busy the host is says nothing to a container
 * with processors of its own, and an idle host nothing to one that has used up its quota.
 */
public final class Slowness {

  /** Criteria that are judged side by side wait this much for each other: bounds allow for that. */
  private static final double USUAL = 2;

  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final Set<ProcessHandle> WATCHED = ConcurrentHashMap.newKeySet();

  private static volatile double now = 1;

  static {
    WATCHED.add(ProcessHandle.current());
    SchedulingDelay delay = new SchedulingDelay(Path.of("/proc"));
    Ticker.start("slowness", PAUSE, () -> look(delay));
  }

  private Slowness() {}

  /** Returns it: 1 on a machine that has time, and never more than {@value FairClock#SLOWEST}. */
  public static double now() {
    return now;
  }

  /** Counts what this process is denied, too, until it has ended. */
  public static void watch(ProcessHandle process) {
    WATCHED.add(process);
  }

  private static void look(SchedulingDelay delay) {
    WATCHED.removeIf(process -> !process.isAlive());
    OptionalDouble stretch = delay.stretch(WATCHED.stream().map(ProcessHandle::pid).toList());
    // Half of it is what was before: a JVM that starts is no busy machine.
    now = (now + of(stretch.orElseGet(Probe::stretch))) / 2;
  }

  /** Returns what counts of a stretch: how many times longer a thread takes than by itself. */
  static double of(double stretch) {
    return Math.min(FairClock.SLOWEST, Math.max(1, stretch / USUAL));
  }
}
