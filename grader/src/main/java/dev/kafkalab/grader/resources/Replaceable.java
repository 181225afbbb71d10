package dev.kafkalab.grader.resources;

import dev.kafkalab.grader.thread.Daemon;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that is started once for everybody, and started again where it has died; whoever needs
 * it waits for the one that is current.
 *
 * @param <T> what is started
 */
final class Replaceable<T> {

  private final String name;
  private final Supplier<T> start;
  private final Consumer<T> abandon;
  private final int most;

  private volatile CompletableFuture<T> current = new CompletableFuture<>();
  private int replacements;
  private boolean stopped;

  /**
   * Prepares to start it.
   *
   * @param name how messages and threads name it
   * @param start starts one; what it throws is told to whoever waits
   * @param abandon ends the use of one that has died
   * @param most how often it is replaced: what dies again and again is no ground for verdicts
   */
  Replaceable(String name, Supplier<T> start, Consumer<T> abandon, int most) {
    this.name = name;
    this.start = start;
    this.abandon = abandon;
    this.most = most;
  }

  /** Starts the first one; returns at once. */
  void start() {
    complete(current, "start " + name, start);
  }

  /** Says that there will be none. */
  void refuse(RuntimeException why) {
    current.completeExceptionally(why);
  }

  /** Waits for the current one; throws what kept it from being started. */
  T await() {
    try {
      return current.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Returns whether this is still the one in use. */
  boolean isCurrent(T used) {
    CompletableFuture<T> now = current;
    return now.isDone() && !now.isCompletedExceptionally() && now.join().equals(used);
  }

  /** Starts another one in the place of one that died, unless somebody has done so. */
  synchronized void replace(T dead) {
    if (stopped || !isCurrent(dead)) {
      return;
    }
    CompletableFuture<T> next = new CompletableFuture<>();
    current = next;
    replacements++;
    if (replacements > most) {
      next.completeExceptionally(new IllegalStateException(name + " stopped responding too often"));
      abandon.accept(dead);
    } else {
      complete(next, "start another " + name, () -> startInThePlaceOf(dead));
    }
  }

  private T startInThePlaceOf(T dead) {
    abandon.accept(dead);
    return start.get();
  }

  /** Returns how often it was replaced. */
  synchronized int replacements() {
    return replacements;
  }

  /** Replaces nothing any more. */
  synchronized void stop() {
    stopped = true;
  }

  /** Returns the current one where it is there already; does not wait. */
  Optional<T> ifStarted() {
    return current.isDone() ? finished() : Optional.empty();
  }

  /** Waits until the current one is there or has failed; empty where it failed. */
  Optional<T> finished() {
    return finished(current);
  }

  /** Waits until something is there or has failed; empty where it failed. */
  static <R> Optional<R> finished(CompletableFuture<R> future) {
    try {
      return Optional.of(future.join());
    } catch (CompletionException | CancellationException e) {
      return Optional.empty();
    }
  }

  /**
   * Does something on a thread of its own and gives what comes of it, or what it threw, to a
   * future.
   *
   * @param thread the thread's name
   */
  static <R> void complete(CompletableFuture<R> future, String thread, Supplier<R> work) {
    Daemon.start(
        thread,
        () -> {
          try {
            future.complete(work.get());
          } catch (RuntimeException | Error e) {
            future.completeExceptionally(e); // whoever needs it says what is missing
          }
        });
  }
}
