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
            + " apt-get install bubblewrap"
            + orDocker());
  }

  static IsolationUnavailable noDocker() {
    return new IsolationUnavailable(
        "A container needs Docker, which is not installed. On Debian and Ubuntu: apt-get install"
            + " docker.io");
  }

  static IsolationUnavailable doesNotWork(Isolation isolation, String why) {
    String hint =
        Files.exists(APPARMOR)
            ? ". Ubuntu forbids user namespaces to programs without an AppArmor profile: as root, sysctl -w"
                + " kernel.apparmor_restrict_unprivileged_userns=0 allows them"
            : "";
    return new IsolationUnavailable(
        "The %s does not work here: %s%s"
            .formatted(
                isolation.word(), why, isolation == Isolation.SANDBOX ? hint + orDocker() : ""));
  }

  private static String orDocker() {
    return Programs.find("docker").isPresent()
        ? ". With Docker, which is here, --isolation container promises the same, and takes longer"
        : "";
  }
}
