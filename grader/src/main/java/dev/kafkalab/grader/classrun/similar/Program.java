package dev.kafkalab.grader.classrun.similar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs another program, and passes on what it prints, line by line. */
final class Program {

  private static final int LINES_KEPT = 10;

  private final List<String> command;
  private final Duration most;

  /**
   * Prepares it.
   *
   * @param most how long it may take before it is ended
   */
  Program(List<String> command, Duration most) {
    this.command = List.copyOf(command);
    this.most = most;
  }

  /**
   * What became of it.
   *
   * @param exitCode negative where it took too long
   * @param lastLines what it printed last
   */
  record End(int exitCode, List<String> lastLines) {

    /** Copies the lines, so that an end never changes. */
    End {
      lastLines = List.copyOf(lastLines);
    }

    boolean isFine() {
      return exitCode == 0;
    }

    /** Returns what it said last, on one line. */
    String words() {
      return exitCode < 0 ? "it took too long" : String.join(" ", lastLines).strip();
    }
  }

  /**
   * Runs it to its end; whatever ends this process ends the program, too.
   *
   * @throws IOException where there is no such program, or this thread is interrupted
   */
  End run(Consumer<String> lines) throws IOException {
    Process running = new ProcessBuilder(command).redirectErrorStream(true).start();
    Thread ending = new Thread(() -> end(running), "end-program");
    Runtime.getRuntime().addShutdownHook(ending);
    CompletableFuture<Process> late =
        running.onExit().orTimeout(most.toSeconds(), TimeUnit.SECONDS);
    CompletableFuture<Process> unused = late.whenComplete((done, why) -> end(running));
    try {
      running.getOutputStream().close();
      Deque<String> last = new ArrayDeque<>();
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(running.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          lines.accept(line);
          last.addLast(line);
          if (last.size() > LINES_KEPT) {
            last.removeFirst();
          }
        }
      }
      int code = running.waitFor();
      return new End(late.isCompletedExceptionally() ? -1 : code, List.copyOf(last));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while another program ran");
    } finally {
      end(running);
      forget(ending);
    }
  }

  private static void end(Process running) {
    running.descendants().forEach(ProcessHandle::destroyForcibly);
    running.destroyForcibly();
  }

  private static void forget(Thread ending) {
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook has run.
    }
  }
}
