package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.resources.BrokerChoice;
import dev.kafkalab.grader.resources.IsolationChoice;
import dev.kafkalab.grader.resources.Pace;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what to grade, and how.
 *
 * @param folder the submission
 * @param criteria the ids of the criteria to judge; empty for all
 * @param broker which Kafka to use
 * @param isolation what keeps the student's code apart
 * @param seed the seed of everything random
 * @param pace how it uses the machine
 * @param classes a folder of classes that come before the submission's own; null if there are none
 */
public record GradingRequest(
    Path folder,
    Set<String> criteria,
    BrokerChoice broker,
    IsolationChoice isolation,
    long seed,
    Pace pace,
    @Nullable Path classes) {

  /**
   * The system property that names the criteria to judge, separated by commas, in {@code mvn test}.
   */
  static final String CRITERIA_PROPERTY = "criteria";

  /** The system property that replays a seed in {@code mvn test}. */
  static final String SEED_PROPERTY = "seed";

  /** Copies the criteria, so that a request never changes. */
  public GradingRequest {
    criteria = Set.copyOf(criteria);
  }

  /** Says to grade a submission as it is, kept apart as well as this machine can. */
  public GradingRequest(
      Path folder, Set<String> criteria, BrokerChoice broker, long seed, Pace pace) {
    this(folder, criteria, broker, IsolationChoice.AUTO, seed, pace, null);
  }

  /** Returns the same request for another submission. */
  public GradingRequest of(Path other) {
    return new GradingRequest(other, criteria, broker, isolation, seed, pace, null);
  }

  /** Returns the same request for these criteria. */
  public GradingRequest of(List<CriterionInfo> others) {
    Set<String> ids = others.stream().map(CriterionInfo::id).collect(Collectors.toSet());
    return by(ids);
  }

  /** Returns the same request for the criteria with these ids; empty for all. */
  public GradingRequest by(Set<String> ids) {
    return new GradingRequest(folder, ids, broker, isolation, seed, pace, classes);
  }

  /** Returns the same request with another isolation. */
  public GradingRequest in(IsolationChoice other) {
    return new GradingRequest(folder, criteria, broker, other, seed, pace, classes);
  }

  /** Returns the same request with classes that come before the submission's own. */
  public GradingRequest with(Path others) {
    return new GradingRequest(folder, criteria, broker, isolation, seed, pace, others);
  }

  /** Draws a seed that is short enough to be typed. */
  public static long newSeed() {
    return new SecureRandom().nextInt(1_000_000);
  }

  /**
   * Returns the request for the module of a test class: a folder above the one that Maven or an IDE
   * compiled it to.
   *
   * @throws IllegalArgumentException if a property has an invalid value
   */
  static GradingRequest ofTestClass(Class<?> testClass) {
    return new GradingRequest(
            moduleOf(testClass),
            criteriaOfProperty(),
            BrokerChoice.ofSurroundings(),
            seedOfProperty(),
            Pace.ALONE)
        .in(IsolationChoice.ofSurroundings());
  }

  /**
   * Returns the criteria that the property names.
   *
   * @throws IllegalArgumentException if one of them does not exist
   */
  static Set<String> criteriaOfProperty() {
    return CriterionChoice.named(
        Arrays.stream(System.getProperty(CRITERIA_PROPERTY, "").split(",", -1))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .toList());
  }

  private static long seedOfProperty() {
    String seed = System.getProperty(SEED_PROPERTY, "").strip();
    try {
      return seed.isEmpty() ? newSeed() : Long.parseLong(seed);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The seed must be a whole number, but '%s' is not.".formatted(seed), e);
    }
  }

  private static Path moduleOf(Class<?> testClass) {
    try {
      Path classes =
          Path.of(outermost(testClass).getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Path folder = classes; folder != null; folder = folder.getParent()) {
        if (Files.isDirectory(folder.resolve("src").resolve("main").resolve("java"))) {
          return folder;
        }
      }
      throw new IllegalStateException("No src/main/java above " + classes);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> outermost(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type : outermost(outer);
  }
}
