package dev.kafkalab.grader.clock;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Counts the time that this machine could really give to the grader and the student's code: slower
 * than a wall clock while they are kept waiting for a processor.
 *
 * <p>What a right solution does in one second takes ten on a machine with ten times the work, and
 * is as right. So whoever waits for the student's code waits in this time.
 */
final class FairClock {

  static final Duration TICK = Duration.ofMillis(50);

  /** However busy the machine is, time passes at this part of its pace. */
  static final int SLOWEST = 12;

  private static final FairClock CLOCK = started();

  private final LongSupplier wall;
  private final DoubleSupplier slowness;
  private final AtomicLong fairNanos = new AtomicLong();
  private long lastTick;

  FairClock(LongSupplier wall, DoubleSupplier slowness) {
    this.wall = wall;
    this.slowness = slowness;
    this.lastTick = wall.getAsLong();
  }

  private static FairClock started() {
    FairClock clock = new FairClock(System::nanoTime, Slowness::now);
    Ticker.start("fair-clock", TICK, clock::tick);
    return clock;
  }

  /** Returns the fair time since some moment, in nanoseconds. */
  static long nanoTime() {
    return CLOCK.nanos();
  }

  long nanos() {
    return fairNanos.get();
  }

  /** A late tick was itself descheduled; its gap is capped. */
  void tick() {
    long now = wall.getAsLong();
    long passed = Math.min(now - lastTick, 2 * TICK.toNanos());
    lastTick = now;
    long unused = fairNanos.addAndGet((long) (passed / slowness.getAsDouble()));
  }
}
