package dev.kafkalab.grader.resources;

import dev.kafkalab.grader.isolation.Confinement;
import dev.kafkalab.grader.isolation.Enclosed;
import dev.kafkalab.grader.isolation.Isolation;
import dev.kafkalab.grader.isolation.IsolationUnavailable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which isolation a grading is to use. */
public enum IsolationChoice {
  /** The strongest that works here. */
  AUTO,
  /** A process and bounds. */
  PROCESS,
  /** The sandbox, or nothing. */
  SANDBOX,
  /** Containers, or nothing. */
  CONTAINER;

  /** The system property that chooses in {@code mvn test}. */
  static final String PROPERTY = "grader.isolation";

  /** The environment variable that chooses if nothing else does. */
  static final String VARIABLE = "KAFKALAB_ISOLATION";

  /**
   * Parses a user's choice.
   *
   * @throws IllegalArgumentException with a sentence that lists the choices
   */
  public static IsolationChoice parse(String text) {
    for (IsolationChoice choice : values()) {
      if (choice.word().equalsIgnoreCase(text)) {
        return choice;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is not an isolation: use auto, process, sandbox, or container.".formatted(text));
  }

  /**
   * Returns what the property {@value #PROPERTY} or the variable {@value #VARIABLE} chooses, or
   * {@link #AUTO}.
   *
   * @throws IllegalArgumentException if that is not a valid choice
   */
  public static IsolationChoice ofSurroundings() {
    return ofSurroundings(AUTO);
  }

  /**
   * Does the same with another choice where neither is set.
   *
   * @throws IllegalArgumentException if what is set is not a valid choice
   */
  public static IsolationChoice ofSurroundings(IsolationChoice otherwise) {
    return Said.by(PROPERTY, VARIABLE).map(IsolationChoice::parse).orElse(otherwise);
  }

  /** Returns the word that chooses it on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns why it does not work on this machine, with what to do; empty where it does. */
  public Optional<String> whyNot() {
    return switch (this) {
      case SANDBOX -> Enclosed.whyNot(Isolation.SANDBOX);
      case CONTAINER -> Enclosed.whyNot(Isolation.CONTAINER);
      case AUTO, PROCESS -> Optional.empty();
    };
  }

  /**
   * Prepares it.
   *
   * @param folder where it keeps what it needs
   * @param readable what the student's JVMs read
   * @param debugged whether a debugger of this machine is to reach the student's JVMs
   * @throws IsolationUnavailable where what was asked for does not work here
   */
  Confinement prepare(Path folder, List<Path> readable, boolean debugged) {
    if (this == AUTO) {
      return debugged ? Confinement.process(folder) : strongest(folder, readable);
    }
    return switch (this) {
      case SANDBOX -> Enclosed.inSandbox(folder, readable);
      case CONTAINER -> Enclosed.inContainers(folder, readable);
      default -> Confinement.process(folder);
    };
  }

  private static Confinement strongest(Path folder, List<Path> readable) {
    try {
      return Enclosed.inSandbox(folder, readable);
    } catch (IsolationUnavailable e) {
      return Confinement.process(folder);
    }
  }
}
