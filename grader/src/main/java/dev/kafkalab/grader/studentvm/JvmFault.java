package dev.kafkalab.grader.studentvm;

/**
 * Says that a student's JVM failed by our fault, or the machine's: it says nothing of their code.
 */
public final class JvmFault extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  JvmFault(String message) {
    super(message);
  }
}
