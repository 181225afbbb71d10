package dev.kafkalab.grader.tap;

/** The first Fetch request of a client; {@link Tap#fetches()} counts all. */
public record FetchNote(long nanoTime, String clientId) implements WireNote {}
