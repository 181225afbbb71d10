package dev.kafkalab.lab;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.NotAttempted;
import java.util.Map;

/** Puts together the properties of one Kafka client. */
final class ClientProperties {

  private ClientProperties() {}

  /**
   * Joins the lab's properties and the client's own.
   *
   * <p>The lab's properties (where the brokers are, and more) come first. The client's own go on
   * top: where both name a property, the client's own value counts.
   *
   * <p>Challenge: where {@code settings.configFile()} is not null, the file's properties go on top
   * of all.
   *
   * @param own what this kind of client needs besides, such as {@code acks} for a producer
   */
  static Map<String, Object> of(LabSettings settings, Map<String, ?> own) {
    // TODO Task 1a: copy settings.clientProperties() and put all of own on top.
    // TODO Task 6e (a challenge): load the config file where there is one, and put it on top.
    throw new NotAttempted(1, "join the client properties");
  }
}
