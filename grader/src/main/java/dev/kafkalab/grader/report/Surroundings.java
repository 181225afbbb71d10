package dev.kafkalab.grader.report;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.grade.GradedSubmission;
import java.util.Map;

/**
 * What a report needs to know about where it is written.
 *
 * @param variables the environment's variables
 * @param pathPrefix the prefix for a submission's paths where they are shown, such as {@code
 *     student-template}; empty for nothing
 */
public record Surroundings(Map<String, String> variables, String pathPrefix) {

  private static final String SOURCES = "src/main/java/dev/kafkalab/lab/";

  /** Copies the variables, so that surroundings never change. */
  public Surroundings {
    variables = Map.copyOf(variables);
  }

  /** Returns a variable's value, or {@code unknown}. */
  String variable(String name) {
    String value = variables.getOrDefault(name, "");
    return value.isBlank() ? "unknown" : value;
  }

  /**
   * Returns the path of a line's file. Kafka's clients know only its name: the checklist knows
   * where the lab's own files are, and all others are in the same folder.
   */
  String pathOf(Location location, GradedSubmission graded) {
    String file = location.file();
    String path =
        file.contains("/")
            ? file
            : graded.deliverables().stream()
                .filter(each -> each.present() && each.detail().endsWith("/" + file))
                .map(each -> each.detail())
                .findFirst()
                .orElse(SOURCES + file);
    return pathPrefix.isEmpty() ? path : pathPrefix + "/" + path;
  }
}
