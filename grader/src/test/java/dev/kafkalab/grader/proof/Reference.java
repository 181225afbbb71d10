package dev.kafkalab.grader.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The solution that known submissions are made of. */
final class Reference {

  private static final Path FOLDER = Path.of("..", "reference-solution");
  private static final Path SOURCES = Path.of("src/main/java/dev/kafkalab/lab");
  private static final String ANSWERS = "ANSWERS.md";

  private Reference() {}

  static boolean isThere() {
    return Files.isDirectory(FOLDER);
  }

  /**
   * Writes the reference with these changes into a folder; a change that no longer fits is an
   * error.
   */
  static void write(List<Change> changes, Path folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(SOURCES))) {
      Files.createDirectories(sourcesIn(folder));
      Files.copy(FOLDER.resolve(ANSWERS), fileIn(folder, ANSWERS));
      for (Path file : files.toList()) {
        Files.copy(file, fileIn(folder, file.getFileName().toString()));
      }
      for (Change change : changes) {
        change.apply(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path sourcesIn(Path submission) {
    return submission.resolve(SOURCES);
  }

  /** Returns where a file of this name is in a submission. */
  static Path fileIn(Path submission, String name) {
    return name.equals(ANSWERS) ? submission.resolve(name) : sourcesIn(submission).resolve(name);
  }
}
