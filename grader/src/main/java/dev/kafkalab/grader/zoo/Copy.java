package dev.kafkalab.grader.zoo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A copy of the reference that becomes another submission.
 *
 * @param folder the submission's folder
 */
public record Copy(Path folder) {

  private static final Path SOURCES = Path.of("src", "main", "java", "dev", "kafkalab", "lab");
  private static final String ANSWERS = "ANSWERS.md";

  /**
   * Copies the graded parts of the reference: its sources and its answers.
   *
   * @throws IOException if one cannot be copied
   */
  public static Copy of(Path reference, Path folder) throws IOException {
    Copy copy = new Copy(folder);
    Files.createDirectories(copy.sources());
    Files.copy(reference.resolve(ANSWERS), copy.file(ANSWERS));
    try (Stream<Path> files = Files.list(reference.resolve(SOURCES))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.file(file.getFileName().toString()));
      }
    }
    return copy;
  }

  Path resources() {
    return folder.resolve("src").resolve("main").resolve("resources");
  }

  Path sources() {
    return folder.resolve(SOURCES);
  }

  /** Returns where a file of this name is. */
  public Path file(String name) {
    return name.equals(ANSWERS) ? folder.resolve(name) : sources().resolve(name);
  }
}
