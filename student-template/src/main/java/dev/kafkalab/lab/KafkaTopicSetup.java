package dev.kafkalab.lab;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.NotAttempted;
import dev.kafkalab.api.TopicSetup;

/** Creates the topic through Kafka's admin client. */
final class KafkaTopicSetup implements TopicSetup {

  private final LabSettings settings;

  KafkaTopicSetup(LabSettings settings) {
    this.settings = settings;
  }

  /**
   * Creates the topic and waits until it exists; if it already exists, that is fine.
   *
   * <p>The name comes from the settings, the number of partitions and the replication factor from
   * {@link TopicSetup}.
   */
  @Override
  public void createTopic() {
    // TODO Task 1b: make an Admin client and ask it to create a NewTopic.
    // TODO Task 1c: wait for the answer. TopicExistsException is not a failure; everything else is.
    // TODO Task 1d: close the Admin client, even if something was thrown.
    throw new NotAttempted(1, "create the topic");
  }
}
