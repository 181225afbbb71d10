package dev.kafkalab.api;

/** Creates the topic of the user events (task 1). */
public interface TopicSetup {

  /** How many partitions the topic has. */
  int PARTITIONS = 3;

  /** How many brokers hold a copy of each partition: the lab has one broker. */
  short REPLICATION_FACTOR = 1;

  /**
   * Creates the topic of the settings with {@value #PARTITIONS} partitions and replication factor
   * {@value #REPLICATION_FACTOR}.
   *
   * <p>On return the topic exists. If it existed before, nothing is changed and nothing is thrown,
   * whatever it looks like. If it cannot be created, any exception says so.
   */
  void createTopic();
}
