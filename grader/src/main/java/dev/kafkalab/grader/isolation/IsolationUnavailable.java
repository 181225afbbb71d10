package dev.kafkalab.grader.isolation;

import java.nio.file.Files;
import java.nio.file.Path;

/** Tells that an isolation does not work on this machine, and what to do. */
public final class IsolationUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final Path APPARMOR =
      Path.of("/proc/sys/kernel/apparmor_restrict_unprivileged_userns");

  private IsolationUnavailable(String message) {
    super(message);
  }

  static IsolationUnavailable noBubblewrap() {
    return new IsolationUnavailable(
        "The sandbox needs bubblewrap, which is not installed. On Debian and Ubuntu:"
            + " apt-get install bubblewrap");
  }

  static IsolationUnavailable doesNotWork(String why) {
    String hint =
        Files.exists(APPARMOR)
            ? ". Ubuntu forbids user namespaces to programs without an AppArmor profile: as root, sysctl -w"
                + " kernel.apparmor_restrict_unprivileged_userns=0 allows them"
            : "";
    return new IsolationUnavailable("The sandbox does not work here: " + why + hint);
  }
}
