package dev.kafkalab.grader.studentvm.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names files that are still being written: no two threads or processes write to the same. */
final class Unfinished {

  private static final Pattern NAME = Pattern.compile("unfinished-(\\d+)-\\d+");
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Unfinished() {}

  /** Returns a new file's path, in the folder where the finished one is to be. */
  static Path beside(Path finished) {
    long process = ProcessHandle.current().pid();
    return finished.resolveSibling("unfinished-" + process + "-" + COUNT.incrementAndGet());
  }

  /** Removes what processes left beside a file that were killed as they wrote. */
  static void removeLeftovers(Path finished) throws IOException {
    try (Stream<Path> files = Files.list(finished.resolveSibling(""))) {
      for (Path file : files.filter(Unfinished::isLeft).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean isLeft(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      return false;
    }
    Optional<ProcessHandle> writer = ProcessHandle.of(Long.parseLong(name.group(1)));
    return writer.filter(ProcessHandle::isAlive).isEmpty();
  }
}
