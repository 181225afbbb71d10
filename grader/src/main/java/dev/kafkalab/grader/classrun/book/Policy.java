package dev.kafkalab.grader.classrun.book;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What applies to the lateness of all: the file {@code policy.json}. No result depends on it.
 *
 * @param due when it is due for those whom the roster says nothing else of (ISO 8601); may be empty
 * @param late as {@link LatePolicy} parses it; empty where nothing is lost
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Policy(String due, String late) {

  /** Nothing was said. */
  public static final Policy NONE = new Policy("", "");

  LatePolicy parsed() {
    return late.isEmpty() ? LatePolicy.NONE : LatePolicy.parse(late);
  }
}
