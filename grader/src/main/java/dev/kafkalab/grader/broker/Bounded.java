package dev.kafkalab.grader.broker;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes calls that may hang for ever, such as those to a Docker engine that is stuck. */
final class Bounded {

  private Bounded() {}

  /**
   * Makes a call on a thread of its own, which keeps no JVM alive, and waits for its end.
   *
   * @throws TimeoutException where it takes longer; it is interrupted then
   * @throws ExecutionException with what it threw
   */
  static <T> T call(String name, Duration bound, Callable<T> work)
      throws TimeoutException, ExecutionException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw e;
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new BrokerStartFailed(name + " was interrupted", e);
    }
  }
}
