package dev.kafkalab.api;

/** Reads user events from Kafka and passes each to a {@link UserEventHandler} (tasks 3 and 4). */
public interface UserEventConsumer {

  /**
   * Reads events as a member of the settings' group until {@link #stop()} is called.
   *
   * <p>A group that is new to the topic starts with its oldest event. Each event goes to the
   * handler's method for its type, in the order of its partition. The solution itself commits the
   * offset, and only after the handler has returned. A malformed record is skipped, and so is an
   * event whose handler throws: neither stops the events after it. On return everything that was
   * handled is committed, and the consumer has left the group.
   *
   * <p>It is called once. Called after {@link #stop()}, it returns at once.
   */
  void run();

  /**
   * Asks {@link #run()} to end soon, and returns at once. Any thread may call it, at any time and
   * more than once: before {@code run()}, during it and after it.
   */
  void stop();

  /**
   * Returns the counts so far (a challenge). Any thread may call it, even after {@link #run()} has
   * returned.
   *
   * @throws NotAttempted if the solution counts nothing
   */
  default ConsumerMetrics metrics() {
    throw new NotAttempted(6, "count what was handled and skipped");
  }
}
