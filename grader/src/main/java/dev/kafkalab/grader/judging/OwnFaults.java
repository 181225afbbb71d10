package dev.kafkalab.grader.judging;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Notices when a thread of the grader's own ends by an exception or an error, such as one that
 * finds no memory: whatever it was there for does not happen any more, and looks like the student's
 * doing.
 */
public final class OwnFaults {

  private static final AtomicLong COUNT = new AtomicLong();
  private static volatile String last = "";

  private OwnFaults() {}

  /** Begins to watch all threads of this JVM that nobody else watches. */
  public static void watch() {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, fault) -> {
          last = String.valueOf(fault);
          long unused = COUNT.incrementAndGet();
        });
  }

  /** Returns how many threads have ended so. */
  static long count() {
    return COUNT.get();
  }

  /** Returns what the last of them was. */
  static String last() {
    return last;
  }
}
