package dev.kafkalab.grader.mutation;

import java.util.Locale;

/**
 * The reference with one small change.
 *
 * @param file the source file's name
 * @param line the line of the change, from 1
 * @param code that line, without blanks at its ends
 * @param operator the rule that made it, such as {@code remove-call}
 * @param what the change in words
 * @param change how to make it
 * @param number tells it from others of the same rule in the same line, from 1
 */
public record Mutant(
    String file, int line, String code, String operator, String what, Change change, int number) {

  /** How to make a mutant of the reference. */
  sealed interface Change {

    /**
     * Replaces a part of the source file.
     *
     * @param from where it begins
     * @param to where it ends
     */
    record OfText(int from, int to, String replacement) implements Change {}

    /**
     * Replaces a compiled class.
     *
     * @param name its name, with dots
     * @param bytes its class file
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record OfClass(String name, byte[] bytes) implements Change {}
  }

  /** Returns its name, such as {@code EventLoop.java:57 remove-call 1}. */
  public String id() {
    return String.format(Locale.ROOT, "%s:%d %s %d", file, line, operator, number);
  }
}
