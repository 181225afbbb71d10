package dev.kafkalab.grader.classrun;

import com.sun.management.OperatingSystemMXBean;
import dev.kafkalab.grader.clock.Slowness;
import java.lang.management.ManagementFactory;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Decides how many submissions are graded at a time: as many as are allowed while the machine has
 * time and memory for them, fewer while it does not, and always one.
 */
final class Governor {

  /**
   * From this slowness on no other grading begins: each criterion that fails is judged again there,
   * and that costs more than it gains.
   */
  static final double BUSY = 2;

  /** A grading has up to four JVMs of students at a time, and each may use this much. */
  static final long MEMORY = 1L << 30;

  private static final long LOOK_MILLIS = 500;

  private final int most;
  private final DoubleSupplier slowness;
  private final LongSupplier freeMemory;
  private int running;

  /**
   * Decides by what the machine says.
   *
   * @param most how many are allowed at a time
   */
  Governor(int most) {
    this(most, Slowness::now, Governor::freeMemory);
  }

  Governor(int most, DoubleSupplier slowness, LongSupplier freeMemory) {
    this.most = most;
    this.slowness = slowness;
    this.freeMemory = freeMemory;
  }

  private static long freeMemory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getFreeMemorySize();
  }

  /**
   * Waits for a turn, which {@link #end} gives back.
   *
   * @throws InterruptedException where nobody waits any more
   */
  synchronized void begin() throws InterruptedException {
    while (!mayBegin()) {
      wait(LOOK_MILLIS); // the machine may have more time then, and tells nobody
    }
    running++;
  }

  private boolean mayBegin() {
    return running == 0
        || (running < most && slowness.getAsDouble() < BUSY && freeMemory.getAsLong() > MEMORY);
  }

  /** Gives a turn back. */
  synchronized void end() {
    running--;
    notifyAll();
  }
}
