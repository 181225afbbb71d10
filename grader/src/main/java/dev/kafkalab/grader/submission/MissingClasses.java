package dev.kafkalab.grader.submission;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.kafkalab.grader.feedback.Feedback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds out which of the template's classes other classes look for in vain: renamed, moved, or
 * deleted.
 */
final class MissingClasses {

  private static final String PACKAGE = "dev.kafkalab.lab";
  private static final String FACTORY = "KafkaLabFactory";

  private static final Set<String> TEMPLATE =
      Set.of(
          "ClientProperties",
          "KafkaTopicSetup",
          "KafkaUserEventProducer",
          "KafkaUserEventConsumer",
          "UserEventJson",
          "UserActivityTracker",
          "MalformedEventException");

  private final SourceModel model;

  MissingClasses(SourceModel model) {
    this.model = model;
  }

  /**
   * Returns a problem for each class that is missing.
   *
   * @param unknown names that the compiler did not know
   */
  List<Feedback> problems(Set<String> unknown) {
    Set<String> wanted = new TreeSet<>(unknown);
    wanted.retainAll(TEMPLATE);
    wanted.add(FACTORY);
    List<Feedback> problems = new ArrayList<>();
    for (String name : wanted) {
      Optional<String> found = packageOf(name);
      if (found.isEmpty()) {
        problems.add(FactoryFeedback.missingClass(name));
      } else if (!found.get().equals(PACKAGE)) {
        problems.add(FactoryFeedback.movedClass(name, found.get()));
      }
    }
    return problems;
  }

  private Optional<String> packageOf(String name) {
    return model.units().stream()
        .filter(unit -> unit.getTypeDecls().stream().anyMatch(type -> isNamed(type, name)))
        .findFirst()
        .map(MissingClasses::packageOf);
  }

  private static String packageOf(CompilationUnitTree unit) {
    return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
  }

  private static boolean isNamed(Tree type, String name) {
    return type instanceof ClassTree named && named.getSimpleName().contentEquals(name);
  }
}
