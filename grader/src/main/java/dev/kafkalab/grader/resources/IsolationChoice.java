package dev.kafkalab.grader.resources;

import dev.kafkalab.grader.isolation.Confinement;
import dev.kafkalab.grader.isolation.IsolationUnavailable;
import dev.kafkalab.grader.isolation.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Which isolation a grading is to use. */
public enum IsolationChoice {
  /** The strongest that works here. */
  AUTO,
  /** A process and bounds. */
  PROCESS,
  /** The sandbox, or nothing. */
  SANDBOX;

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
        "'%s' is not an isolation: use auto, process, or sandbox.".formatted(text));
  }

  /**
   * Returns what the property {@value #PROPERTY} or the variable {@value #VARIABLE} chooses, or
   * {@link #AUTO}.
   *
   * @throws IllegalArgumentException if that is not a valid choice
   */
  public static IsolationChoice ofSurroundings() {
    return Said.by(PROPERTY, VARIABLE).map(IsolationChoice::parse).orElse(AUTO);
  }

  /** Returns the word that chooses it on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
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
    if (this == PROCESS || (this == AUTO && debugged)) {
      return Confinement.process(folder);
    }
    if (this == SANDBOX) {
      return Sandbox.in(folder, readable);
    }
    try {
      return Sandbox.in(folder, readable);
    } catch (IsolationUnavailable e) {
      return Confinement.process(folder);
    }
  }
}
