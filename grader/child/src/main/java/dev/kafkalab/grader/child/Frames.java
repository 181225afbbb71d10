package dev.kafkalab.grader.child;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** Picks the frames of a stack that are the student's: they say where in their file it happened. */
final class Frames {

  private static final int MOST = 8;
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
    return NOT_THEIRS.stream().noneMatch(className::startsWith);
  }

  static ArrayNode ofStudent(StackTraceElement[] stack) {
    ArrayNode frames = Wire.JSON.createArrayNode();
    for (StackTraceElement frame : stack) {
      if (isStudents(frame) && frames.size() < MOST) {
        frames
            .addObject()
            .put("class", frame.getClassName())
            .put("method", frame.getMethodName())
            .put("file", frame.getFileName())
            .put("line", frame.getLineNumber());
      }
    }
    return frames;
  }

  /** Returns the student's frames of a failure, or those of the first cause that has some. */
  static ArrayNode ofStudent(Throwable failure) {
    Throwable at = failure;
    for (int depth = 0; depth < DEEPEST_CAUSE && at != null; depth++, at = at.getCause()) {
      ArrayNode frames = ofStudent(at.getStackTrace());
      if (!frames.isEmpty()) {
        return frames;
      }
    }
    return Wire.JSON.createArrayNode();
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
