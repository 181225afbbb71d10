package dev.kafkalab.api;

/** Reads user events from Kafka and gives each to a {@link UserEventHandler} (tasks 3 and 4). */
public interface UserEventConsumer {

  /**
   * Reads events as a member of the settings' group until {@link #stop()} is called.
   *
   * <p>A group that is new to the topic starts with its oldest event. Each event goes to the
   * handler's method for its type, in the order of its partition. Its offset is committed by the
   * solution itself, and only after the handler has returned. A record that is no event is passed
   * over. On return all that was handled is committed and the group has been left.
   */
  void run();

  /**
   * Asks {@link #run()} to end soon, and returns at once. Any thread may call it, at any time and
   * more than once.
   */
  void stop();
}
