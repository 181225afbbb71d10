package dev.kafkalab.grader.criteria.stage;

import dev.kafkalab.grader.feedback.Location;
import org.jspecify.annotations.Nullable;

/** Says that {@code run()} returned although {@code stop()} had not been called. */
public final class RunReturned extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable Location poll;

  /** Creates it for a {@code run()} that polled at this line, if known. */
  public RunReturned(@Nullable Location poll) {
    super("run() returned although stop() had not been called");
    this.poll = poll;
  }

  /** Returns the line that polled, if known. */
  @Nullable Location poll() {
    return poll;
  }
}
