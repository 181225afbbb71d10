package dev.kafkalab.grader.cli.process;

import dev.kafkalab.grader.clock.Ticker;
import java.time.Duration;
import java.util.Optional;

/**
 * The launcher, which started this process and waits for it.
 *
 * @param id the launcher's process id
 */
public record Launcher(long id) {

  /** The system property with the launcher's process id. */
  private static final String PROPERTY = "kafkalab.launcher";

  /** The scripts turn this into {@link ExitCode#BELOW}: Java itself exits with 1 when it fails. */
  private static final int BELOW = 10;

  private static final int TERMINATED = 143;
  private static final Duration LOOK_EVERY = Duration.ofMillis(300);

  /** Returns the exit code to end with: the one that the scripts expect, if there is a launcher. */
  public static int translate(int exitCode) {
    boolean isBelow = exitCode == ExitCode.BELOW.number();
    return isBelow && System.getProperty(PROPERTY) != null ? BELOW : exitCode;
  }

  /**
   * Ends this process soon after the launcher has ended, as a signal would: a launcher that is
   * killed passes no signal on.
   */
  public static void watch() {
    Long id = Long.getLong(PROPERTY);
    if (id == null) {
      return;
    }
    Launcher launcher = new Launcher(id);
    if (launcher.isGone(ProcessHandle.current().parent()) && ProcessHandle.of(id).isPresent()) {
      return; // a program in between started this one, and has to pass signals on
    }
    // ProcessHandle.onExit() polls less and less often: in the end every five seconds.
    Ticker.start("watch-launcher", LOOK_EVERY, launcher::endWithIt);
  }

  private void endWithIt() {
    if (isGone(ProcessHandle.current().parent())) {
      System.exit(TERMINATED);
    }
  }

  /**
   * Returns whether it has been replaced by another parent. Finding no parent proves nothing: with
   * too many open files, no process can be seen.
   */
  boolean isGone(Optional<ProcessHandle> parent) {
    return parent.filter(other -> other.pid() != id).isPresent();
  }
}
