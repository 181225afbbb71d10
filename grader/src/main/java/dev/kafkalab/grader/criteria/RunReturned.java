package dev.kafkalab.grader.criteria;

/** Says that {@code run()} returned although nobody had called {@code stop()}. */
public final class RunReturned extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RunReturned() {
    super("run() returned although nobody had called stop()");
  }
}
