package dev.kafkalab.grader.judging;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Lets fewer criteria be judged side by side while the machine is too busy: each of them then has
 * more of what there is, and none is waited for without end.
 */
final class Turns {

  /** From this slowness on two at a time. */
  static final double BUSY = 4;

  /** From this one on one at a time. */
  static final double VERY_BUSY = 8;

  private static final int ALL = Integer.MAX_VALUE;
  private static final long LOOK_MILLIS = 500;

  private final DoubleSupplier slowness;
  private final Runnable whenFewer;
  private int taken;

  /**
   * Counts turns.
   *
   * @param slowness as the machine has it now
   * @param whenFewer is told when somebody has to wait
   */
  Turns(DoubleSupplier slowness, Runnable whenFewer) {
    this.slowness = slowness;
    this.whenFewer = whenFewer;
  }

  /** Waits for a turn and then does something; there is always one turn. */
  <T> T inTurn(Supplier<T> work) {
    take();
    try {
      return work.get();
    } finally {
      giveBack();
    }
  }

  private synchronized void take() {
    while (taken >= places()) {
      whenFewer.run();
      try {
        wait(LOOK_MILLIS); // the machine may have more time then, and tells nobody
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    taken++;
  }

  private int places() {
    double now = slowness.getAsDouble();
    if (now >= VERY_BUSY) {
      return 1;
    }
    return now >= BUSY ? 2 : ALL;
  }

  private synchronized void giveBack() {
    taken--;
    notifyAll();
  }
}
