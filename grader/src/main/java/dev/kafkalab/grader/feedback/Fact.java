package dev.kafkalab.grader.feedback;

/**
 * One thing that was seen, as data: it is aligned and escaped only where it is printed.
 *
 * <p>The idea is that of Truth's {@code com.google.common.truth.Fact}.
 *
 * @param name what it is, such as {@code expected key}
 * @param value what was seen, in values of this run
 */
public record Fact(String name, String value) {

  /** Notes a value under a name, in the value's own words. */
  public static Fact fact(String name, Object value) {
    return new Fact(name, String.valueOf(value));
  }
}
