package dev.kafkalab.grader.zoo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whole files that replace those of the reference, for changes too large for an edit.
 *
 * @param folder where they are
 * @param alone whether none of the reference's sources are kept
 */
public record Sources(Path folder, boolean alone) implements Change {

  /** The folder of those that are no Java, but on the class path. */
  private static final String RESOURCES = "resources";

  @Override
  public void apply(Copy submission) throws IOException {
    if (alone) {
      for (Path file : filesOf(submission.sources())) {
        Files.delete(file);
      }
    }
    for (Path file : filesOf(folder)) {
      Files.write(submission.file(file.getFileName().toString()), Files.readAllBytes(file));
    }
    Path resources = folder.resolve(RESOURCES);
    if (Files.isDirectory(resources)) {
      Path target = Files.createDirectories(submission.resources());
      for (Path file : filesOf(resources)) {
        Files.write(target.resolve(file.getFileName().toString()), Files.readAllBytes(file));
      }
    }
  }

  @Override
  public Set<SeenBy> scopes() throws IOException {
    return alone
        ? Set.of(SeenBy.ALL)
        : filesOf(folder).stream()
            .map(file -> SeenBy.of(file.getFileName().toString()))
            .collect(Collectors.toSet());
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
