package dev.kafkalab.lab;

import dev.kafkalab.api.NotAttempted;

/** Prints each event and what the users did, until Ctrl+C. */
public final class ConsumerApp {

  private ConsumerApp() {}

  /**
   * Reads events as a member of a group until the process is stopped (Ctrl+C or SIGTERM).
   *
   * <p>Then the process ends within 5 seconds. By then everything handled is committed, and the
   * consumer has left the group.
   *
   * @param args the broker's address, or nothing for {@code localhost:9092}; then the group, or
   *     nothing for the group of {@code LabSettings.forBroker}
   */
  public static void main(String[] args) {
    // TODO Task 3j: take the settings from LabSettings.forBroker, create the topic, and run a
    // consumer whose handler prints each event and passes it on to a UserActivity. Print a
    // summary now and then, and at the end.
    // TODO Task 3k: add a shutdown hook that calls stop() and waits until run() has ended, but not
    // forever: the process must end within 5 seconds.
    // TODO Task 6b (a challenge): create the dead-letter topic too.
    throw new NotAttempted(3, "run the consumer by hand");
  }
}
