package dev.kafkalab.grader.submission.compiler;

import java.time.Duration;

/**
 * How much one submission may take of the compiler.
 *
 * @param computed in processor time: what needs more is no honest source
 * @param waited on a wall clock: what is not done then is the machine's fault
 */
public record CompilerLimits(Duration computed, Duration waited) {

  /** The reference takes two to four seconds, on a cold JVM. */
  public static final CompilerLimits USUAL =
      new CompilerLimits(Duration.ofSeconds(60), Duration.ofMinutes(5));
}
