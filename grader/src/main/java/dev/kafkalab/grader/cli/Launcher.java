package dev.kafkalab.grader.cli;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The script {@code lab}, which waits for this process.
 *
 * @param process the script's own
 * @param isParent whether it started Java itself: then Java has another parent as soon as it is
 *     gone
 */
record Launcher(ProcessHandle process, boolean isParent) {

  /** The system property with the script's process id. */
  private static final String PROPERTY = "kafkalab.launcher";

  /** What the script turns into {@link ExitCode#BELOW}: Java says 1 where it fails itself. */
  private static final int BELOW = 10;

  private static final int TERMINATED = 143;
  private static final long LOOK_EVERY_MILLIS = 300;

  /** Returns the number to end with: the script's own, where there is one. */
  static int translate(int exitCode) {
    boolean isBelow = exitCode == ExitCode.BELOW.number();
    return isBelow && System.getProperty(PROPERTY) != null ? BELOW : exitCode;
  }

  /**
   * Ends this process soon after the script has ended, as a signal would: a shell that is killed
   * passes nothing on.
   */
  static void watch() {
    Long id = Long.getLong(PROPERTY);
    if (id == null) {
      return;
    }
    Launcher launcher = of(id);
    var watching =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "watch-launcher");
              thread.setDaemon(true);
              return thread;
            });
    // ProcessHandle.onExit() looks less and less often: in the end every five seconds.
    var unused =
        watching.scheduleWithFixedDelay(
            () -> endWithout(launcher), 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static void endWithout(@Nullable Launcher launcher) {
    if (launcher == null || launcher.isGone()) {
      System.exit(TERMINATED);
    }
  }

  private static @Nullable Launcher of(long id) {
    return ProcessHandle.of(id)
        .map(process -> new Launcher(process, Objects.equals(parent(), Optional.of(process))))
        .orElse(null);
  }

  /** A dead process that nobody has waited for yet seems to be alive, but has no children. */
  boolean isGone() {
    boolean hasLeft = isParent && !Objects.equals(parent(), Optional.of(process));
    return hasLeft || !process.isAlive();
  }

  private static Optional<ProcessHandle> parent() {
    return ProcessHandle.current().parent();
  }
}
