package dev.kafkalab.grader.submission;

/** Says that the compiler itself broke on the sources, rather than found an error in them. */
final class CompilerCrash extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CompilerCrash(Throwable cause) {
    super(cause);
  }
}
