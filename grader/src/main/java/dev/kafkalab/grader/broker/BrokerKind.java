package dev.kafkalab.grader.broker;

import java.util.Locale;

/** What a {@link TestBroker} runs in. */
public enum BrokerKind {
  /** The grader's own JVM. */
  EMBEDDED,
  /** A container that the grader starts. */
  CONTAINER,
  /** Somewhere else, where others may use it too. */
  EXTERNAL;

  /** Returns the word for it on the command line and in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether nobody but the grader uses it. */
  public boolean isOurs() {
    return this != EXTERNAL;
  }

  /** Returns whether it ends with the grading; a container is kept for the next one. */
  public boolean endsWithGrading() {
    return this == EMBEDDED;
  }
}
