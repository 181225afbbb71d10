package dev.kafkalab.grader.child;

import dev.kafkalab.grader.wire.SourceLine;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Picks the frames of a stack that are the student's: they say where in their file it happened. */
final class Frames {

  private static final int DEEPEST_CAUSE = 20;

  /** Everything on the student's class path that is not theirs. */
  private static final List<String> NOT_THEIRS =
      List.of(
          "java.",
          "javax.",
          "jdk.",
          "sun.",
          "com.sun.",
          "org.apache.kafka.",
          "com.fasterxml.jackson.",
          "org.slf4j.",
          "dev.kafkalab.api.",
          "dev.kafkalab.grader.");

  private Frames() {}

  static boolean isStudents(StackTraceElement frame) {
    return isStudents(frame.getClassName());
  }

  static boolean isStudents(String className) {
    for (String prefix : NOT_THEIRS) {
      if (className.startsWith(prefix)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether any of the student's code is on a stack. */
  static boolean haveStudents(StackTraceElement[] stack) {
    return Arrays.stream(stack).anyMatch(Frames::isStudents);
  }

  /**
   * Returns the student's innermost line on a stack; null where there is none, or none is known.
   */
  static @Nullable SourceLine lineOfStudent(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .filter(Frames::isStudents)
        .findFirst()
        .map(Frames::line)
        .orElse(null);
  }

  /** Returns the student's line of a failure, or that of the first cause that has some. */
  static @Nullable SourceLine lineOfStudent(Throwable failure) {
    Throwable at = failure;
    for (int depth = 0; depth < DEEPEST_CAUSE && at != null; depth++, at = at.getCause()) {
      StackTraceElement[] stack = at.getStackTrace();
      if (haveStudents(stack)) {
        return lineOfStudent(stack);
      }
    }
    return null;
  }

  private static @Nullable SourceLine line(StackTraceElement frame) {
    return lineOf(frame.getFileName(), frame.getLineNumber());
  }

  /** Returns a line; null where a class file does not tell it. */
  static @Nullable SourceLine lineOf(@Nullable String file, int line) {
    return file == null || line <= 0 ? null : new SourceLine(file, line);
  }

  /** Returns the innermost frame as {@code KafkaConsumer.poll}: what the thread was doing. */
  static String innermostCallOfStudent(StackTraceElement[] stack) {
    for (int i = 0; i < stack.length; i++) {
      if (isStudents(stack[i])) {
        StackTraceElement called = stack[Math.max(0, i - 1)];
        String type = called.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + called.getMethodName();
      }
    }
    return "";
  }

  static boolean isExiting(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (frame.getClassName().equals("java.lang.Shutdown")
          && frame.getMethodName().equals("exit")) {
        return true;
      }
    }
    return false;
  }
}
