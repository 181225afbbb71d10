package dev.kafkalab.grader.tap.note;

/** The first request for a topic by its name, to find or to create it. */
public record TopicAskedNote(long nanoTime, String clientId, String topic) implements WireNote {}
