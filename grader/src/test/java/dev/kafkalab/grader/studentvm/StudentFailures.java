package dev.kafkalab.grader.studentvm;

import dev.kafkalab.grader.feedback.Location;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes failures that no student's code has had. */
public final class StudentFailures {

  private StudentFailures() {}

  /** Returns a call that threw. */
  public static StudentFailure.Threw threw(String call, String thrown, @Nullable Location at) {
    return new StudentFailure.Threw(call, thrown, at);
  }

  /** Returns a call that hung for 12 seconds. */
  public static StudentFailure.DidNotReturn didNotReturn(
      String call, String stoodIn, @Nullable Location at) {
    return new StudentFailure.DidNotReturn(call, Duration.ofSeconds(12), stoodIn, at);
  }

  /** Returns the end of a JVM. */
  public static StudentFailure.JvmEnded jvmEnded(JvmEnd end, String... lastOutput) {
    return new StudentFailure.JvmEnded(end, List.of(lastOutput));
  }
}
