package dev.kafkalab.grader.wire;

/** What a solution's {@code LabFactory} makes. */
public enum PartType {
  /** A {@code TopicSetup}. */
  TOPIC,
  /** A {@code UserEventProducer}. */
  PRODUCER,
  /** A {@code UserEventConsumer}. */
  CONSUMER,
  /** A {@code UserActivity}. */
  ACTIVITY
}
