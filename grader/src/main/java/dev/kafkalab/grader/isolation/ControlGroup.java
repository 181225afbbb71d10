package dev.kafkalab.grader.isolation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds processes by their control group (cgroups(7)). */
final class ControlGroup {

  private static final Path PROC = Path.of("/proc");

  private ControlGroup() {}

  /** Returns the process that began the container of this id, while it runs. */
  static Optional<ProcessHandle> firstProcess(String container) {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        if (isIn(process, container) && isFirst(process)) {
          return ProcessHandle.of(Long.parseLong(process.getFileName().toString()));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isIn(Path process, String container) {
    return read(process.resolve("cgroup")).contains(container);
  }

  /** Its number is 1 inside: {@code NSpid: 4711 1}. */
  private static boolean isFirst(Path process) {
    return read(process.resolve("status"))
        .lines()
        .anyMatch(line -> line.startsWith("NSpid:") && line.endsWith("\t1"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return ""; // it has ended, or it is hidden from this user
    }
  }
}
