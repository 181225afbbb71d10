package dev.kafkalab.grader.resources;

/** How a grading uses the machine. */
public enum Pace {
  /** It has the machine: student JVMs are forked ahead, while others wait for the broker. */
  ALONE(2),

  /** More are graded beside it: what is forked ahead and never used takes their time. */
  AMONG_OTHERS(0),

  /** Somebody looks on: each student JVM waits for a debugger, and nothing has a deadline. */
  DEBUGGED(0);

  private final int spares;

  Pace(int spares) {
    this.spares = spares;
  }

  /** Returns how many student JVMs are forked ahead. */
  int spares() {
    return spares;
  }

  /** Returns whether each student JVM waits for a debugger. */
  public boolean isDebugged() {
    return this == DEBUGGED;
  }
}
