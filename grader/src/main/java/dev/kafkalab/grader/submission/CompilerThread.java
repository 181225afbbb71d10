package dev.kafkalab.grader.submission;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gives the compiler a thread of its own, with a deep stack and a deadline. */
final class CompilerThread {

  /** Enough for any honest source: javac recurses into each expression that is inside another. */
  private static final long STACK_BYTES = 64L << 20;

  private CompilerThread() {}

  /**
   * Waits for the compilation's result; that it has none is the sources' doing and told as such.
   *
   * @throws IOException where the grader's disk fails, or this thread is interrupted
   */
  static Preparation finish(Compilation compilation, Duration deadline) throws IOException {
    FutureTask<Preparation> result = new FutureTask<>(compilation);
    Thread thread = new Thread(null, result, "submission-compiler", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return result.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return gaveUp(String.format(Locale.ROOT, "it was not done after %d s", deadline.toSeconds()));
    } catch (ExecutionException e) {
      return explain(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a submission was compiled");
    } finally {
      compilation.abandon();
    }
  }

  private static Preparation explain(ExecutionException end) throws IOException {
    Throwable failure = Objects.requireNonNullElse(end.getCause(), end);
    Throwable cause = rootOf(failure);
    if (cause instanceof StackOverflowError) {
      return gaveUp("something in them is nested too deeply");
    }
    if (cause instanceof OutOfMemoryError) {
      return gaveUp("they need more memory than there is");
    }
    if (cause instanceof IOException io) {
      throw io;
    }
    if (failure instanceof CompilerCrash) {
      return gaveUp("it failed with " + cause.getClass().getSimpleName());
    }
    throw new IllegalStateException("a submission could not be compiled", failure);
  }

  /** Javac wraps what it did not expect in other exceptions, some of them more than once. */
  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return root;
  }

  private static Preparation gaveUp(String reason) {
    return ShownProblems.refuse(List.of(CompilerFeedback.gaveUp(reason)));
  }
}
