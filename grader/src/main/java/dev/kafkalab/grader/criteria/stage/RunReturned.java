package dev.kafkalab.grader.criteria.stage;

import dev.kafkalab.grader.feedback.Location;
import org.jspecify.annotations.Nullable;

/** Says that {@code run()} returned although nobody had called {@code stop()}. */
public final class RunReturned extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable Location poll;

  /** Says it of a {@code run()} that polled at this line, where one is known. */
  public RunReturned(@Nullable Location poll) {
    super("run() returned although nobody had called stop()");
    this.poll = poll;
  }

  /** Returns the line that polled, where one is known. */
  @Nullable Location poll() {
    return poll;
  }
}
