package dev.kafkalab.grader.submission;

/**
 * One of the things that the lab asks to be handed in.
 *
 * @param name what it is, such as {@code ConsumerApp.java}
 * @param present whether it is there
 * @param detail where it is, or what is missing
 */
public record HandedIn(String name, boolean present, String detail) {}
