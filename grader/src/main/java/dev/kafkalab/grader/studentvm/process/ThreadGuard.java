package dev.kafkalab.grader.studentvm.process;

import dev.kafkalab.grader.clock.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends processes that take the whole machine with very many threads: a deadline would wait for them
 * longer and longer, for they are what makes the machine slow.
 *
 * <p>A thread for each event is no good idea, but one that ends soon; so it takes both, threads and
 * the time that they compute.
 */
public final class ThreadGuard {

  /** Kafka's clients, a JVM and a worker for each event in hand are far fewer. */
  static final int MOST_THREADS = 200;

  /** What a life of a right solution computes takes a tenth of this. */
  static final Duration MOST_COMPUTED = Duration.ofSeconds(5);

  private static final Duration LOOK = Duration.ofMillis(250);
  private static final String THREADS = "Threads:";

  private static final ThreadGuard GUARD = new ThreadGuard();

  private final Map<ProcessHandle, Runnable> watched = new ConcurrentHashMap<>();

  private ThreadGuard() {
    Ticker.start("thread-guard", LOOK, this::look);
  }

  /**
   * Watches a process until it has ended.
   *
   * @param kill what to do where it goes too far
   */
  public static void watch(ProcessHandle process, Runnable kill) {
    GUARD.watched.put(process, kill);
  }

  private void look() {
    watched.forEach(
        (process, kill) -> {
          if (!process.isAlive()) {
            watched.remove(process);
          } else if (goesTooFar(process)) {
            watched.remove(process);
            kill.run();
          }
        });
  }

  private static boolean goesTooFar(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).compareTo(MOST_COMPUTED) > 0
        && threads(process.pid()) > MOST_THREADS;
  }

  private static int threads(long pid) {
    try {
      return threads(Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")));
    } catch (IOException e) {
      return 0; // it has just ended, or this is not Linux
    }
  }

  /** Linux says here how many there are: {@code Threads: 24}. */
  static int threads(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith(THREADS))
        .map(line -> Integer.parseInt(line.substring(THREADS.length()).strip()))
        .findFirst()
        .orElse(0);
  }
}
