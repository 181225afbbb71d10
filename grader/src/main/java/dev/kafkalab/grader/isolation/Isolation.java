package dev.kafkalab.grader.isolation;

import java.util.Locale;

/** What a student's code is kept apart by. */
public enum Isolation {
  /** A process of its own, and bounds: it promises nothing against malice. */
  PROCESS,
  /** What Linux can hide and limit, set up by bubblewrap. */
  SANDBOX,
  /** The same, set up by Docker. */
  CONTAINER;

  /** Returns the word for it on the command line and in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
