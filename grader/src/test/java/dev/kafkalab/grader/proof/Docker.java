package dev.kafkalab.grader.proof;

import dev.kafkalab.grader.broker.ContainerBroker;

/** Decides whether the tests that need a Docker engine can be run. */
final class Docker {

  /**
   * With {@code -Dproof.container=required} a Docker that does not answer is an error, for whoever
   * has just started one.
   */
  private static final boolean REQUIRED = "required".equals(System.getProperty("proof.container"));

  private Docker() {}

  static boolean answers() {
    boolean answers = ContainerBroker.isPossible();
    if (REQUIRED && !answers) {
      throw new IllegalStateException("Docker was to answer, and does not");
    }
    return answers && Lab.hasReference();
  }
}
