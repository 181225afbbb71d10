package dev.kafkalab.grader.broker;

import dev.kafkalab.grader.thread.Daemon;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Makes calls that may hang for ever, such as those to a Docker engine that is stuck, until it is
 * told to give up: then nobody waits for any of them any longer.
 */
final class Bounded {

  /** All that this JVM's brokers need: a JVM that is ending waits for none of it. */
  static final Bounded OF_THIS_JVM = new Bounded();

  private final CompletableFuture<Void> ending = new CompletableFuture<>();

  /** Makes a call whose result needs no care where it comes too late. */
  <T> T call(String name, Duration bound, Callable<T> work)
      throws TimeoutException, ExecutionException {
    return call(name, bound, work, late -> {});
  }

  /**
   * Makes a call on a thread of its own, which keeps no JVM alive, and waits for its end.
   *
   * @param tooLate is given a result that nobody waits for any longer, on another thread
   * @throws TimeoutException where it takes longer; it is interrupted then
   * @throws ExecutionException with what it threw, or with a {@link BrokerStartFailed} where all
   *     was given up
   * @throws BrokerStartFailed where the calling thread is interrupted
   */
  <T> T call(String name, Duration bound, Callable<T> work, Consumer<? super T> tooLate)
      throws TimeoutException, ExecutionException {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread = Daemon.start(name, () -> completeUnlessEnding(result, work));
    boolean inTime = false;
    try {
      Object unused =
          CompletableFuture.anyOf(result, ending).get(bound.toMillis(), TimeUnit.MILLISECONDS);
      inTime = true;
      return result.join();
    } catch (TimeoutException e) {
      thread.interrupt();
      throw e;
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new BrokerStartFailed(name + " was interrupted", e);
    } finally {
      if (!inTime) {
        CompletableFuture<Void> unused =
            result.thenAcceptAsync(tooLate, task -> Daemon.start(name + "-late", task));
      }
    }
  }

  private <T> void completeUnlessEnding(CompletableFuture<T> result, Callable<T> work) {
    if (!ending.isDone()) {
      complete(result, work);
    }
  }

  private static <T> void complete(CompletableFuture<T> result, Callable<T> work) {
    try {
      result.complete(work.call());
    } catch (Throwable e) { // whoever waits is told, also of an error
      result.completeExceptionally(e);
    }
  }

  /**
   * Ends all waiting, now and from now on. What is under way is not interrupted: it may be just
   * tidying up, and ends with the JVM.
   */
  void giveUp() {
    ending.completeExceptionally(BrokerStartFailed.becauseOfTheEnd());
  }

  boolean isGivenUp() {
    return ending.isDone();
  }
}
