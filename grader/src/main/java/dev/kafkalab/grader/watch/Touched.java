package dev.kafkalab.grader.watch;

import dev.kafkalab.api.LabFactory;
import dev.kafkalab.api.TopicSetup;
import dev.kafkalab.api.UserActivity;
import dev.kafkalab.api.UserEventConsumer;
import dev.kafkalab.api.UserEventProducer;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Part;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the criteria that a change can concern: those that run a part of the solution which uses a
 * changed class.
 *
 * <p>The factory makes all parts, and a class that no part is seen to use may be loaded by its
 * name: a change of these concerns every criterion.
 */
final class Touched {

  private static final String FACTORY = LabFactory.IMPLEMENTATION.replace('.', '/');
  private static final String PACKAGE = FACTORY.substring(0, FACTORY.lastIndexOf('/') + 1);
  private static final Set<String> PROGRAMS =
      Set.of(PACKAGE + "ProducerApp", PACKAGE + "ConsumerApp");

  private Touched() {}

  /** Returns the parts that another version of the classes changes. */
  static Set<Part> parts(ClassGraph before, ClassGraph after) {
    return parts(after.changedSince(before), List.of(before, after));
  }

  /**
   * Returns the parts that these classes belong to.
   *
   * @param versions where they are used
   */
  static Set<Part> parts(Collection<String> changed, List<ClassGraph> versions) {
    Map<String, Set<Part>> users = new HashMap<>();
    for (Part part : Part.values()) {
      usedBy(part, versions)
          .forEach(
              name -> users.computeIfAbsent(name, none -> EnumSet.noneOf(Part.class)).add(part));
    }
    return changed.stream()
        .flatMap(name -> users.getOrDefault(name, EnumSet.allOf(Part.class)).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
  }

  /** Returns those of the criteria that run one of these parts, in their order. */
  static List<CriterionInfo> of(List<CriterionInfo> criteria, Set<Part> parts) {
    return criteria.stream()
        .filter(criterion -> criterion.runs().stream().anyMatch(parts::contains))
        .toList();
  }

  private static Set<String> usedBy(Part part, List<ClassGraph> versions) {
    return versions.stream()
        .flatMap(
            version -> version.reachableFrom(roots(part, version), Touched::isFactory).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> roots(Part part, ClassGraph version) {
    return switch (part) {
      case TOPIC -> version.implementing(TopicSetup.class);
      case PRODUCER -> version.implementing(UserEventProducer.class);
      case CONSUMER, DEAD_LETTERS -> version.implementing(UserEventConsumer.class);
      case ACTIVITY -> version.implementing(UserActivity.class);
      case PROGRAM -> PROGRAMS;
      case ANSWERS -> Set.of();
    };
  }

  private static boolean isFactory(String name) {
    return name.equals(FACTORY) || name.startsWith(FACTORY + "$");
  }
}
