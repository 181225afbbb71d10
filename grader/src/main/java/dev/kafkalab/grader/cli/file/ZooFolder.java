package dev.kafkalab.grader.cli.file;

import dev.kafkalab.grader.cli.process.Repository;
import dev.kafkalab.grader.zoo.KnownSubmission;
import dev.kafkalab.grader.zoo.Zoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Finds the known submissions of this repository.
 *
 * @param root the repository's root
 * @param command the command that reports what is missing
 */
public record ZooFolder(Path root, CommandLine command) {

  /** Returns those of this repository. */
  public static ZooFolder of(CommandLine command) {
    return new ZooFolder(Repository.root(), command);
  }

  /**
   * Returns the folder of the reference solution.
   *
   * @throws ParameterException if the repository was handed out without it
   */
  public Path reference() {
    Path reference = root.resolve("reference-solution");
    if (!Files.isDirectory(reference)) {
      throw new ParameterException(
          command,
          "The known submissions are derived from reference-solution, but this folder is missing.");
    }
    return reference;
  }

  /** Returns the folder of the template. */
  public Path template() {
    return root.resolve("student-template");
  }

  /** Returns whether all of it is there: a copy that was handed out to students has none. */
  public boolean isThere() {
    return Files.isDirectory(root.resolve("reference-solution"))
        && Files.isDirectory(template())
        && Files.isDirectory(folder());
  }

  private Path folder() {
    return root.resolve("grader").resolve("zoo");
  }

  /**
   * Returns the submissions with these names or kinds; all if none are named.
   *
   * @throws ParameterException if there are none
   */
  public List<KnownSubmission> choose(Set<String> names) throws IOException {
    Path zoo = folder();
    if (!Files.isDirectory(zoo)) {
      throw new ParameterException(
          command, "The known submissions are in grader/zoo, but this folder is missing.");
    }
    List<KnownSubmission> chosen =
        new Zoo(zoo)
            .read().stream()
                .filter(
                    each ->
                        names.isEmpty()
                            || names.contains(each.toString())
                            || names.contains(each.kind().folder()))
                .toList();
    if (chosen.isEmpty()) {
      throw new ParameterException(
          command,
          "There is no known submission '%s' in grader/zoo.".formatted(String.join(", ", names)));
    }
    return chosen;
  }
}
