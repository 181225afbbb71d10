package dev.kafkalab.grader.clock;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** Finds out by trying how long this process is kept waiting, where the system does not tell. */
final class Probe {

  private static final Duration WORK = Duration.ofMillis(3);
  private static final Duration LONGEST = Duration.ofMillis(300);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Probe() {}

  /** Computes for some milliseconds and returns how many times longer that took. */
  static double stretch() {
    if (!THREADS.isCurrentThreadCpuTimeSupported()) {
      return 1;
    }
    long start = System.nanoTime();
    long startOfWork = THREADS.getCurrentThreadCpuTime();
    long worked = 0;
    long took = 0;
    while (worked < WORK.toNanos() && took < LONGEST.toNanos()) {
      Thread.onSpinWait();
      worked = THREADS.getCurrentThreadCpuTime() - startOfWork;
      took = System.nanoTime() - start;
    }
    return worked <= 0 ? 1 : Math.max(1, (double) took / worked);
  }
}
