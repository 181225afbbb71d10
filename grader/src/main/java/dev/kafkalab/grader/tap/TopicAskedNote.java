package dev.kafkalab.grader.tap;

/** The first Metadata request that asks for a topic by its name, whether or not it exists. */
public record TopicAskedNote(long nanoTime, String clientId, String topic) implements WireNote {}
