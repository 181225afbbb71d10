package dev.kafkalab.grader.criteria.stage;

/**
 * Says that the student's code uses a group whose name it was not given.
 *
 * <p>Its name may be the same in every JVM: then criteria that run side by side would be members of
 * one group and disturb each other. The catcher runs the criterion again while no other one runs,
 * so that the verdict does not depend on chance.
 */
public final class NeedsToBeAlone extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NeedsToBeAlone() {
    super("the consumer joined a group that it was not given");
  }
}
