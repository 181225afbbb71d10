package dev.kafkalab.grader.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** One line between the grader and a student's JVM. */
@JsonPropertyOrder("kind")
public sealed interface Message permits ToChild, FromChild {

  /** Returns the word that tells it from others, such as {@code createTopic}: it comes first. */
  @JsonProperty
  default String kind() {
    return Kinds.kindOf(getClass());
  }
}
