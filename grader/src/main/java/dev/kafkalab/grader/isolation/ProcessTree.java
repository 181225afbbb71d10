package dev.kafkalab.grader.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process with everything that it started.
 *
 * <p>A child that left its parent is no descendant any more, but it has inherited the environment:
 * each student's JVM has a marker there, and on Linux {@code /proc} tells who carries it.
 */
final class ProcessTree implements Inmate {

  private static final Path PROC = Path.of("/proc");

  private final Process root;
  private final byte[] marker;

  /**
   * Takes a process that was just started.
   *
   * @param marker what the environment of all that it starts has: a variable and its value
   */
  ProcessTree(Process root, String marker) {
    this.root = root;
    this.marker = marker.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Process process() {
    return root;
  }

  @Override
  public Optional<ProcessHandle> student() {
    return Optional.of(root.toHandle());
  }

  @Override
  public void kill() {
    List<ProcessHandle> descendants = root.descendants().toList();
    root.toHandle().destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void killOrphans() {
    if (!Files.isDirectory(PROC)) {
      return;
    }
    try (Stream<Path> processes = Files.list(PROC)) {
      processes
          .filter(this::carriesMarker)
          .flatMap(
              process ->
                  ProcessHandle.of(Long.parseLong(process.getFileName().toString())).stream())
          .forEach(ProcessHandle::destroyForcibly);
    } catch (IOException | UncheckedIOException e) {
      return; // /proc is closed to us: the descendants are dead, and that is all that can be seen
    }
  }

  private boolean carriesMarker(Path process) {
    if (!process.getFileName().toString().chars().allMatch(Character::isDigit)) {
      return false;
    }
    try {
      byte[] environment = Files.readAllBytes(process.resolve("environ"));
      return new String(environment, StandardCharsets.ISO_8859_1)
          .contains(new String(marker, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return false; // it has ended, or it is another user's
    }
  }
}
