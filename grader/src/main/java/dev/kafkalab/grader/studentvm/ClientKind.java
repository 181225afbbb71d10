package dev.kafkalab.grader.studentvm;

/** Tells Kafka's clients apart. */
public enum ClientKind {
  /** A {@code KafkaConsumer}. */
  CONSUMER,
  /** A {@code KafkaProducer}. */
  PRODUCER
}
