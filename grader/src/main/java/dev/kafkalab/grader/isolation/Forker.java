package dev.kafkalab.grader.isolation;

import dev.kafkalab.grader.thread.Daemon;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Starts all processes from one thread that never ends: a process that is to die with its parent
 * dies with the thread that has started it (prctl(2), PR_SET_PDEATHSIG).
 */
final class Forker {

  private static final ExecutorService THREAD = Daemon.pool("forker", 1);

  private Forker() {}

  static Process start(ProcessBuilder builder) throws IOException {
    Future<Process> started = THREAD.submit(builder::start);
    try {
      return started.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Future<?> unused = THREAD.submit(() -> end(started)); // after the start, on the same thread
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Process end(Future<Process> started)
      throws ExecutionException, InterruptedException {
    return started.get().destroyForcibly();
  }
}
