package dev.kafkalab.grader.wire;

/** One line between the grader and a student's JVM. */
public sealed interface Message permits ToChild, FromChild {

  /** Returns the word that tells it from others, such as {@code createTopic}: it comes first. */
  default String kind() {
    return Kinds.kindOf(getClass());
  }
}
