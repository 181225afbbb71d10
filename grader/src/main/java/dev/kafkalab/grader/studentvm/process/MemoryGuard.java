package dev.kafkalab.grader.studentvm.process;

import dev.kafkalab.grader.clock.Ticker;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends processes that have taken too much memory with all that they started.
 *
 * <p>The heap of a JVM is bounded by itself; this is for what it has besides, and for programs that
 * it starts. A process that asks for memory in leaps can have more for a moment.
 */
public final class MemoryGuard {

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Path PROC = Path.of("/proc");
  private static final String PARENT = "PPid:";
  private static final String RESIDENT = "VmRSS:";
  private static final int KIBIBYTE = 1 << 10;

  private static final MemoryGuard GUARD = new MemoryGuard();

  private record Watched(long most, Runnable kill) {}

  /**
   * What Linux says of a process.
   *
   * @param parent the number of the process that it belongs to
   * @param resident in bytes
   */
  record Sight(long parent, long resident) {}

  private final Map<ProcessHandle, Watched> watched = new ConcurrentHashMap<>();

  private MemoryGuard() {
    Ticker.start("memory-guard", LOOK, this::look);
  }

  /**
   * Watches a process until it has ended.
   *
   * @param most how much memory it may have, in bytes
   * @param kill what to do where it has more
   */
  public static void watch(ProcessHandle process, long most, Runnable kill) {
    GUARD.watched.put(process, new Watched(most, kill));
  }

  private void look() {
    watched.keySet().removeIf(process -> !process.isAlive());
    if (watched.isEmpty()) {
      return;
    }
    Map<Long, Sight> all = everything();
    watched.forEach(
        (process, limit) -> {
          if (resident(process.pid(), all) > limit.most()) {
            watched.remove(process);
            limit.kill().run();
          }
        });
  }

  /** Returns the memory of a process with all that it started, in bytes. */
  static long resident(long root, Map<Long, Sight> all) {
    Map<Long, List<Long>> children = new HashMap<>();
    all.forEach(
        (pid, sight) -> children.computeIfAbsent(sight.parent(), p -> new ArrayList<>()).add(pid));
    List<Long> tree = new ArrayList<>(List.of(root));
    long resident = 0;
    for (int i = 0; i < tree.size() && i < all.size(); i++) {
      long pid = tree.get(i);
      Sight sight = all.get(pid);
      resident += sight == null ? 0 : sight.resident();
      tree.addAll(children.getOrDefault(pid, List.of()));
    }
    return resident;
  }

  private static Map<Long, Sight> everything() {
    Map<Long, Sight> all = new HashMap<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        long pid = Long.parseLong(process.getFileName().toString());
        all.put(pid, sight(status(process)));
      }
    } catch (IOException e) {
      return Map.of(); // not Linux
    }
    return all;
  }

  private static List<String> status(Path process) {
    try {
      return Files.readAllLines(process.resolve("status"));
    } catch (IOException e) {
      return List.of(); // it has just ended
    }
  }

  /** Reads the lines that say {@code PPid: 17} and {@code VmRSS: 4096 kB}. */
  static Sight sight(List<String> status) {
    return new Sight(number(status, PARENT), number(status, RESIDENT) * KIBIBYTE);
  }

  private static long number(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).replace("kB", "").strip())
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
