package dev.kafkalab.grader.submission.compiler;

import org.jspecify.annotations.Nullable;

/** Says that a submission could not be compiled by no fault of its sources. */
public final class CompilerFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CompilerFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
