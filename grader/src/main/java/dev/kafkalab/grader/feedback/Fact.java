package dev.kafkalab.grader.feedback;

/**
 * One observation, as data: it is aligned and escaped only when it is printed.
 *
 * <p>The idea comes from Truth's {@code com.google.common.truth.Fact}.
 *
 * @param name what it is, such as {@code expected key}
 * @param value what was seen, in values of this run
 */
public record Fact(String name, String value) {

  /** Creates a fact from the value's string form. */
  public static Fact fact(String name, Object value) {
    return new Fact(name, String.valueOf(value));
  }
}
