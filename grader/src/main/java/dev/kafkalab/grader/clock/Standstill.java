package dev.kafkalab.grader.clock;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Notices when the grader stood still: its machine was suspended, as by a laptop's lid, or its
 * process was stopped.
 *
 * <p>Whatever ran meanwhile, or has timeouts, was hit by that, and says nothing of who wrote it. A
 * clock that somebody sets counts as well: Kafka's timeouts run on it.
 */
public final class Standstill {

  /** A collection of garbage, or a busy machine, takes less. */
  static final Duration SHORTEST = Duration.ofSeconds(2);

  private static final Standstill HERE = started();

  private final LongSupplier nanos;
  private final LongSupplier millis;
  private long lastNanos;
  private long lastMillis;
  private long count;

  /**
   * Looks at two clocks: on Linux one stops while the machine is suspended, and the other goes on.
   */
  Standstill(LongSupplier nanos, LongSupplier millis) {
    this.nanos = nanos;
    this.millis = millis;
    this.lastNanos = nanos.getAsLong();
    this.lastMillis = millis.getAsLong();
  }

  private static Standstill started() {
    Standstill here = new Standstill(System::nanoTime, System::currentTimeMillis);
    Ticker.start("standstill", FairClock.TICK, here::look);
    return here;
  }

  /** Returns how often it stood still for two seconds or more so far, up to this moment. */
  public static long count() {
    return HERE.look();
  }

  /** Whoever comes first after a standstill notices it, be it the ticker or who asks. */
  synchronized long look() {
    long nanosNow = nanos.getAsLong();
    long millisNow = millis.getAsLong();
    if (nanosNow - lastNanos >= SHORTEST.toNanos()
        || Math.abs(millisNow - lastMillis) >= SHORTEST.toMillis()) {
      count++;
    }
    lastNanos = nanosNow;
    lastMillis = millisNow;
    return count;
  }
}
