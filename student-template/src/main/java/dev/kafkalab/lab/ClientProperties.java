package dev.kafkalab.lab;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.NotAttempted;
import java.util.Map;

/** Builds the properties of one Kafka client. */
final class ClientProperties {

  private ClientProperties() {}

  /**
   * Merges the lab's properties with the client's own.
   *
   * <p>The lab's properties (where the brokers are, and more) come first. The client's own go on
   * top: if both set a property, the client's own value wins.
   *
   * <p>Challenge: if {@code settings.configFile()} is not null, the file's properties override all
   * others.
   *
   * @param own what this kind of client needs in addition, such as {@code acks} for a producer
   */
  static Map<String, Object> of(LabSettings settings, Map<String, ?> own) {
    // TODO Task 1a: copy settings.clientProperties() and put all of own on top.
    // TODO Task 6e (a challenge): load the config file, if there is one, and put it on top.
    throw new NotAttempted(1, "merge the client properties");
  }
}
