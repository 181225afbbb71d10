package dev.kafkalab.grader.wire;

/** Tells Kafka's clients apart. */
public enum ClientKind {
  /** A {@code KafkaConsumer}. */
  CONSUMER,
  /** A {@code KafkaProducer}. */
  PRODUCER
}
