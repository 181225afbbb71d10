package dev.kafkalab.api;

/** Reads user events from Kafka and gives each to a {@link UserEventHandler} (tasks 3 and 4). */
public interface UserEventConsumer {

  /**
   * Reads events as a member of the settings' group until {@link #stop()} is called.
   *
   * <p>A group that is new to the topic starts with its oldest event. Each event goes to the
   * handler's method for its type, in the order of its partition. Its offset is committed by the
   * solution itself, and only after the handler has returned. A record that is no event is passed
   * over, and so is an event whose handler throws: neither stops the events behind it. On return
   * all that was handled is committed and the group has been left.
   *
   * <p>Called after {@link #stop()}, it returns at once.
   */
  void run();

  /**
   * Asks {@link #run()} to end soon, and returns at once. Any thread may call it, at any time and
   * more than once.
   */
  void stop();

  /**
   * Returns what was counted so far (a challenge). Any thread may call it, also after {@link
   * #run()} has returned.
   *
   * @throws NotAttempted where the solution counts nothing
   */
  default ConsumerMetrics metrics() {
    throw new NotAttempted(6, "count what was handled and passed over");
  }
}
