package dev.kafkalab.grader.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whole files that stand in for those of the reference, where an edit could not be read.
 *
 * @param folder where they are, below {@code src/test/resources/submissions}
 * @param scope who can see them
 * @param alone whether nothing of the reference stays beside them
 */
record Sources(String folder, Scope scope, boolean alone) implements Change {

  private static final Path SUBMISSIONS = Path.of("src", "test", "resources", "submissions");

  /** Replaces files of the reference, or adds to them. */
  static Sources over(String folder, Scope scope) {
    return new Sources(folder, scope, false);
  }

  /** Replaces all of the reference's sources. */
  static Sources alone(String folder) {
    return new Sources(folder, Scope.ALL, true);
  }

  @Override
  public void apply(Path submission) throws IOException {
    if (alone) {
      for (Path file : filesOf(Reference.sourcesIn(submission))) {
        Files.delete(file);
      }
    }
    for (Path file : filesOf(SUBMISSIONS.resolve(folder))) {
      Path target = Reference.fileIn(submission, file.getFileName().toString());
      Files.write(target, Files.readAllBytes(file));
    }
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
