package dev.kafkalab.grader.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Reads from Linux how long threads ran, and how long they wanted to and had no processor.
 *
 * <p>{@code /proc/PID/task/TID/schedstat} has both in nanoseconds (Linux,
 * Documentation/scheduler/sched-stats.rst). A thread that a cgroup's quota holds back still wants
 * to run, so it counts as waiting.
 */
final class SchedulingDelay {

  private final Path proc;
  private Map<Path, Turns> before = Map.of();

  /**
   * Reads below this folder.
   *
   * @param proc where the system shows its processes
   */
  SchedulingDelay(Path proc) {
    this.proc = proc;
  }

  /** What one thread had since its start, in nanoseconds. */
  private record Turns(long ran, long waited) {

    static final Turns NONE = new Turns(0, 0);

    static Turns parse(String schedstat) {
      String[] numbers = schedstat.split(" ", 3);
      return new Turns(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }
  }

  /**
   * Returns how many times longer than by themselves the threads of these processes took since the
   * last time; 1 where none wanted to run, and nothing where the system does not tell.
   */
  OptionalDouble stretch(List<Long> processes) {
    Map<Path, Turns> now = new HashMap<>();
    processes.forEach(process -> read(proc.resolve(Long.toString(process)).resolve("task"), now));
    if (now.isEmpty()) {
      return OptionalDouble.empty();
    }
    double ran = 0;
    double waited = 0;
    for (Map.Entry<Path, Turns> thread : now.entrySet()) {
      Turns start = before.getOrDefault(thread.getKey(), Turns.NONE);
      ran += thread.getValue().ran() - start.ran();
      waited += thread.getValue().waited() - start.waited();
    }
    before = now;
    return OptionalDouble.of(ran <= 0 ? 1 : (ran + waited) / ran);
  }

  private static void read(Path tasks, Map<Path, Turns> threads) {
    try (Stream<Path> each = Files.list(tasks)) {
      each.forEach(thread -> turns(thread).ifPresent(turns -> threads.put(thread, turns)));
    } catch (IOException | UncheckedIOException e) {
      return; // it has just ended, or this is not Linux
    }
  }

  private static Optional<Turns> turns(Path thread) {
    try {
      return Optional.of(Turns.parse(Files.readString(thread.resolve("schedstat"))));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // it has just ended, or the kernel does not count
    }
  }
}
