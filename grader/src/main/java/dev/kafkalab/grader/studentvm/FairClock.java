package dev.kafkalab.grader.studentvm;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the time that this machine could really give to a process: slower than a wall clock while
 * far more threads want to run than there are processors.
 *
 * <p>What a right solution does in one second takes ten on a machine with ten times the work, and
 * is as right. So whoever waits for the student's code waits in this time.
 */
final class FairClock {

  private static final Duration TICK = Duration.ofMillis(50);

  /** However busy the machine is, time passes at this part of its pace. */
  static final int SLOWEST = 12;

  /** Criteria that are judged side by side want this often what there is: bounds allow for that. */
  private static final double USUAL = 2;

  /** Linux says here how many threads want to run now: {@code 0.42 0.31 0.30 3/512 12345}. */
  private static final Path RUNNABLE = Path.of("/proc/loadavg");

  private static final Pattern RUNNABLE_OF_ALL = Pattern.compile("(\\d+)/\\d+");

  private static final FairClock CLOCK = new FairClock();

  private final AtomicLong fairNanos = new AtomicLong();
  private long lastTick = System.nanoTime();

  private FairClock() {
    ScheduledExecutorService ticking =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "fair-clock");
              thread.setDaemon(true);
              return thread;
            });
    var unused = ticking.scheduleAtFixedRate(this::tick, 0, TICK.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Returns the fair time since some moment, in nanoseconds. */
  static long nanoTime() {
    return CLOCK.fairNanos.get();
  }

  /** A tick that comes late was kept waiting itself: what it missed was given to nobody. */
  private void tick() {
    long now = System.nanoTime();
    long passed = Math.min(now - lastTick, 2 * TICK.toNanos());
    lastTick = now;
    double slowness = slowness(threadsThatWantToRun(), processors());
    long unused = fairNanos.addAndGet((long) (passed / slowness));
  }

  /** Returns how many times longer than usual a thread takes that others compete with. */
  static double slowness(double threads, int processors) {
    return Math.min(SLOWEST, Math.max(1, threads / (USUAL * processors)));
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private static double threadsThatWantToRun() {
    try {
      return threadsThatWantToRun(Files.readString(RUNNABLE));
    } catch (IOException | RuntimeException e) {
      // Not Linux: the mean of the last minute, or a negative number where there is none.
      return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
  }

  /** The thread that reads it is one of them, and wants nothing else. */
  static double threadsThatWantToRun(String loadAverages) {
    Matcher threads = RUNNABLE_OF_ALL.matcher(loadAverages);
    if (!threads.find()) {
      throw new IllegalArgumentException(loadAverages);
    }
    return Integer.parseInt(threads.group(1)) - 1;
  }
}
