package dev.kafkalab.grader.isolation;

/** Tells that an isolation does not work on this machine, and what to do. */
public final class IsolationUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private IsolationUnavailable(String message) {
    super(message);
  }

  static IsolationUnavailable noBubblewrap() {
    return new IsolationUnavailable(
        "The sandbox needs bubblewrap, which is not installed. On Debian and Ubuntu:"
            + " apt-get install bubblewrap");
  }

  static IsolationUnavailable doesNotWork(String why) {
    return new IsolationUnavailable("The sandbox does not work here: " + why);
  }
}
