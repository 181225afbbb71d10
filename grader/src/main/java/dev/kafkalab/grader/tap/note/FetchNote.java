package dev.kafkalab.grader.tap.note;

/** The first Fetch request of a client; the tap counts all. */
public record FetchNote(long nanoTime, String clientId) implements WireNote {}
