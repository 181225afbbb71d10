package dev.kafkalab.grader.submission.compiler;

/** Says that the compiler itself broke on the sources, rather than found an error in them. */
public final class CompilerCrash extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CompilerCrash(Throwable cause) {
    super(cause);
  }
}
