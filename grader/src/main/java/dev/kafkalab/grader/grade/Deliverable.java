package dev.kafkalab.grader.grade;

/**
 * Something that the lab asks students to hand in.
 *
 * @param name what it is
 * @param present whether it is there
 * @param detail where it is, or what to do about it; may be empty
 */
public record Deliverable(String name, boolean present, String detail) {}
