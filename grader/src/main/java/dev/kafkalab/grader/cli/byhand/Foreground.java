package dev.kafkalab.grader.cli.byhand;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a Java program that has this process' terminal. */
final class Foreground {

  private static final int SECONDS_TO_END = 10;

  private Foreground() {}

  /**
   * Runs it and returns its exit code. Whatever ends this process ends the program, too.
   *
   * @param options those of its JVM, with the class path
   * @param onInterrupt what is done then, when it has ended; the caller gets no turn any more
   */
  static int run(
      List<String> options, String mainClass, List<String> arguments, Runnable onInterrupt)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add(mainClass);
    command.addAll(arguments);
    Process running = new ProcessBuilder(command).inheritIO().start();
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
