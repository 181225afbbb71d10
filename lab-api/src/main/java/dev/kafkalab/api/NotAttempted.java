package dev.kafkalab.api;

/**
 * Says that a part of the lab is not written yet.
 *
 * <p>The template's stubs throw it. It is a type of its own so that a check that expects a failure
 * does not mistake a stub for a solution.
 */
public final class NotAttempted extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Names what is still missing.
   *
   * @param task the task's number in the lab's README
   * @param what what is missing, such as {@code "send an event"}
   */
  public NotAttempted(int task, String what) {
    super("Task " + task + " is not written yet: " + what);
  }
}
