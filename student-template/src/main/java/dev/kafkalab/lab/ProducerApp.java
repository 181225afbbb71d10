package dev.kafkalab.lab;

import dev.kafkalab.api.NotAttempted;

/** Sends some events and prints how each delivery ended. */
public final class ProducerApp {

  private ProducerApp() {}

  /**
   * Sends a few events of a few users.
   *
   * @param args the broker's address, or nothing for {@code localhost:9092}
   */
  public static void main(String[] args) {
    // TODO Task 2g: take the settings from LabSettings.forBroker and the parts from
    // KafkaLabFactory. Create the topic, send events, print each delivery, close the producer.
    throw new NotAttempted(2, "run the producer by hand");
  }
}
