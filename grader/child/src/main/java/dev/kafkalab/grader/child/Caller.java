package dev.kafkalab.grader.child;

import dev.kafkalab.grader.wire.SourceLine;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names the line of the student's that called a client of Kafka.
 *
 * @param type the class; empty where a thread of the JDK runs the client's method itself, as in
 *     {@code new Thread(consumer::wakeup)}
 * @param file the file; null where none is known
 * @param line counted from 1
 */
record Caller(String type, @Nullable String file, int line) {

  private static final int DEEPEST = 200;
  private static final StackWalker STACK = StackWalker.getInstance();

  /** Returns who called the woven method; null where it was Kafka itself or the grader. */
  static @Nullable Caller find() {
    return STACK.walk(Caller::find);
  }

  /** Returns the line, where a class file tells it. */
  @Nullable SourceLine at() {
    return Frames.lineOf(file, line);
  }

  /** Returns another text for another line. */
  String inShort() {
    return type + ":" + line;
  }

  private static @Nullable Caller find(Stream<StackFrame> stack) {
    Iterator<StackFrame> frames = stack.iterator();
    StackFrame woven = frames.next();
    while (isGraders(woven.getClassName())) {
      woven = frames.next();
    }
    for (int depth = 1; depth < DEEPEST && frames.hasNext(); depth++) {
      StackFrame frame = frames.next();
      if (Frames.isStudents(frame.getClassName())) {
        return new Caller(frame.getClassName(), frame.getFileName(), frame.getLineNumber());
      }
      if (isConstructorOfSame(woven, frame)) {
        continue;
      }
      if (isKafkas(frame.getClassName()) || isGraders(frame.getClassName())) {
        return null;
      }
    }
    return new Caller("", null, 0);
  }

  /** A client's constructors call each other. */
  private static boolean isConstructorOfSame(StackFrame woven, StackFrame frame) {
    return woven.getMethodName().equals("<init>")
        && frame.getMethodName().equals("<init>")
        && frame.getClassName().equals(woven.getClassName());
  }

  private static boolean isKafkas(String type) {
    return type.startsWith("org.apache.kafka.");
  }

  private static boolean isGraders(String type) {
    return type.startsWith("dev.kafkalab.grader.");
  }
}
