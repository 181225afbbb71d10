package dev.kafkalab.grader.submission;

import dev.kafkalab.grader.clock.Deadline;
import dev.kafkalab.grader.submission.compiler.CompilerCrash;
import dev.kafkalab.grader.submission.compiler.CompilerFault;
import dev.kafkalab.grader.submission.compiler.CompilerFeedback;
import dev.kafkalab.grader.submission.compiler.CompilerLimits;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives the compiler a thread of its own, with a deep stack and bounds.
 *
 * <p>Sources are charged for processor time only. Elapsed time depends on the machine, and so does
 * a grader that has run out of memory.
 */
public final class CompilerThread {

  /** Enough for any honest source: javac recurses into each expression that is inside another. */
  private static final long STACK_BYTES = 64L << 20;

  private static final Duration LOOK = Duration.ofMillis(250);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Compilation compilation;
  private final CompilerLimits limits;
  private final FutureTask<PreparedSubmission> result;
  private final Thread thread;

  private CompilerThread(Compilation compilation, CompilerLimits limits) {
    this.compilation = compilation;
    this.limits = limits;
    this.result = new FutureTask<>(compilation);
    this.thread = new Thread(null, result, "submission-compiler", STACK_BYTES);
    thread.setDaemon(true);
  }

  /**
   * Waits for the compilation's result; refuses sources that take too much.
   *
   * @throws CompilerFault if the machine or the grader kept it from finishing
   * @throws IOException if the grader's disk fails or this thread is interrupted
   */
  public static PreparedSubmission finish(Compilation compilation, CompilerLimits limits)
      throws IOException {
    return new CompilerThread(compilation, limits).finish();
  }

  private PreparedSubmission finish() throws IOException {
    thread.start();
    Deadline whole = Deadline.in(limits.waited());
    try {
      while (true) {
        try {
          return result.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (computed().compareTo(limits.computed()) > 0) {
            return gaveUp(
                String.format(
                    Locale.ROOT,
                    "it had not finished after %d s of processor time",
                    limits.computed().toSeconds()));
          }
          insistOnTime(whole);
        }
      }
    } catch (ExecutionException e) {
      return explain(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a submission was compiled");
    } finally {
      compilation.abandon();
    }
  }

  /** Returns the processor time used so far; zero if the system does not measure it. */
  private Duration computed() {
    return THREADS.isThreadCpuTimeSupported()
        ? Duration.ofNanos(Math.max(0, THREADS.getThreadCpuTime(thread.getId())))
        : Duration.ZERO;
  }

  private void insistOnTime(Deadline whole) {
    if (whole.waited().compareTo(limits.waited()) > 0) {
      throw new CompilerFault(
          String.format(
              Locale.ROOT,
              "The compiler got %d s of processor time in %d s: this machine is too busy",
              computed().toSeconds(),
              whole.waited().toSeconds()),
          null);
    }
  }

  private static PreparedSubmission explain(ExecutionException end) throws IOException {
    Throwable failure = Objects.requireNonNullElse(end.getCause(), end);
    Throwable cause = rootOf(failure);
    if (cause instanceof StackOverflowError) {
      return gaveUp("something in them is nested too deeply");
    }
    if (cause instanceof OutOfMemoryError) {
      throw new CompilerFault("The grader ran out of memory while compiling", cause);
    }
    if (cause instanceof IOException io) {
      throw io;
    }
    if (failure instanceof CompilerCrash) {
      return gaveUp("it failed with " + cause.getClass().getSimpleName());
    }
    throw new IllegalStateException("a submission could not be compiled", failure);
  }

  /** Javac wraps unexpected exceptions in others, some of them more than once. */
  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return root;
  }

  private static PreparedSubmission gaveUp(String reason) {
    return ShownProblems.refuse(List.of(CompilerFeedback.gaveUp(reason)));
  }
}
