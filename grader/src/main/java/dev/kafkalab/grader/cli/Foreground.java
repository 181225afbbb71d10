package dev.kafkalab.grader.cli;

import java.util.concurrent.TimeUnit;

/** Waits for a program that has this process' terminal. */
final class Foreground {

  private static final int SECONDS_TO_END = 10;

  private Foreground() {}

  /**
   * Waits for its end and returns its exit code. Whatever ends this process ends the program, too.
   *
   * @param onInterrupt what is done then, when it has ended; the caller gets no turn any more
   */
  static int finish(Process running, Runnable onInterrupt) throws InterruptedException {
    Runnable ending =
        () -> {
          end(running);
          onInterrupt.run();
        };
    Runtime.getRuntime().addShutdownHook(new Thread(ending, "end-program"));
    return running.waitFor();
  }

  private static void end(Process running) {
    running.destroy(); // Ctrl+C has reached it before, and a second signal changes nothing
    try {
      if (!running.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running.destroyForcibly();
    }
  }
}
