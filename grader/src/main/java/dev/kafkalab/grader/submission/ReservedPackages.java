package dev.kafkalab.grader.submission;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import dev.kafkalab.grader.feedback.Feedback;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a submission out of packages that are not its own.
 *
 * <p>A class in Kafka's package could see what Kafka keeps to itself, or take the place of a class
 * that the grader relies on.
 */
final class ReservedPackages {

  private static final List<String> RESERVED =
      List.of(
          "dev.kafkalab.api",
          "dev.kafkalab.grader",
          "org.apache.kafka",
          "com.fasterxml.jackson",
          "org.slf4j",
          "org.jspecify",
          "java");

  private ReservedPackages() {}

  /** Returns a problem for each file whose package, or one above it, is reserved. */
  static List<Feedback> problems(SourceModel model) {
    List<Feedback> problems = new ArrayList<>();
    for (CompilationUnitTree unit : model.units()) {
      ExpressionTree name = unit.getPackageName();
      if (name != null && isReserved(name.toString())) {
        problems.add(SourceFeedback.reservedPackage(name.toString()).at(model.locate(unit, name)));
      }
    }
    return problems;
  }

  private static boolean isReserved(String packageName) {
    return RESERVED.stream()
        .anyMatch(own -> packageName.equals(own) || packageName.startsWith(own + "."));
  }
}
