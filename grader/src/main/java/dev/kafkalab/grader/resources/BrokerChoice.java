package dev.kafkalab.grader.resources;

import dev.kafkalab.grader.broker.ContainerBroker;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which Kafka a grading is to use.
 *
 * @param mode what it runs in
 * @param detail the image of a container, or the address of a Kafka that is already there; empty
 *     for an embedded one
 */
public record BrokerChoice(Mode mode, String detail) {

  /** What a Kafka may run in. */
  public enum Mode {
    /** A container if Docker responds, otherwise the grader's JVM. */
    AUTO,
    /** The grader's own JVM. */
    EMBEDDED,
    /** A container, or nothing. */
    CONTAINER,
    /** Somewhere else. */
    EXTERNAL;

    /** Returns the word for it on the command line. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The system property that chooses in {@code mvn test}. */
  static final String PROPERTY = "grader.broker";

  /** The environment variable that chooses if nothing else does. */
  static final String VARIABLE = "KAFKALAB_BROKER";

  /** The system property that names another image. */
  static final String IMAGE_PROPERTY = "grader.image";

  /** The environment variable that names another image. */
  static final String IMAGE_VARIABLE = "KAFKALAB_IMAGE";

  /** A container if Docker responds, otherwise the embedded one. */
  public static final BrokerChoice AUTO = new BrokerChoice(Mode.AUTO, image());

  /** The one in the grader's own JVM. */
  public static final BrokerChoice EMBEDDED = new BrokerChoice(Mode.EMBEDDED, "");

  /** One in a container. */
  public static final BrokerChoice CONTAINER = new BrokerChoice(Mode.CONTAINER, image());

  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s,:]+:\\d{1,5}(,[^\\s,:]+:\\d{1,5})*|\\[[0-9a-fA-F:]+]:\\d{1,5}");

  /**
   * Parses a user's choice.
   *
   * @throws IllegalArgumentException with a sentence that lists the choices
   */
  public static BrokerChoice parse(String text) {
    for (BrokerChoice choice : new BrokerChoice[] {AUTO, EMBEDDED, CONTAINER}) {
      if (choice.mode.word().equalsIgnoreCase(text)) {
        return choice;
      }
    }
    if (ADDRESS.matcher(text).matches()) {
      return new BrokerChoice(Mode.EXTERNAL, text);
    }
    throw new IllegalArgumentException(
        "'%s' is not a broker: use auto, embedded, container, or HOST:PORT of a running Kafka."
            .formatted(text));
  }

  /**
   * Returns what the property {@value #PROPERTY} or the variable {@value #VARIABLE} chooses, or
   * {@link #AUTO}.
   *
   * @throws IllegalArgumentException if that is not a valid choice
   */
  public static BrokerChoice ofSurroundings() {
    return Said.by(PROPERTY, VARIABLE).map(BrokerChoice::parse).orElse(AUTO);
  }

  /** Returns the word that chooses it on the command line. */
  public String word() {
    return mode == Mode.EXTERNAL ? detail : mode.word();
  }

  private static String image() {
    return Said.by(IMAGE_PROPERTY, IMAGE_VARIABLE).orElse(ContainerBroker.IMAGE);
  }
}
