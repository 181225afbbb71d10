package dev.kafkalab.grader.cli;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The script {@code lab}, which started this process and waits for it.
 *
 * @param id the script's process id
 */
record Launcher(long id) {

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
    Launcher launcher = new Launcher(id);
    if (launcher.isGone(ProcessHandle.current().parent()) && ProcessHandle.of(id).isPresent()) {
      return; // a script in the place of Java started it, and has to pass signals on
    }
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
            launcher::endWithIt, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void endWithIt() {
    if (isGone(ProcessHandle.current().parent())) {
      System.exit(TERMINATED);
    }
  }

  /**
   * Returns whether another parent has taken its place. That none can be seen proves nothing: where
   * too many files are open, nobody can be seen.
   */
  boolean isGone(Optional<ProcessHandle> parent) {
    return parent.filter(other -> other.pid() != id).isPresent();
  }
}
