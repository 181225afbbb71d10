package dev.kafkalab.grader.engine;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;

/**
 * Lets JUnit run the rubric, and remembers what went wrong apart from the criteria: JUnit tells
 * listeners, and returns as if all was well.
 */
final class JUnitRun implements TestExecutionListener {

  private @Nullable Throwable fault;

  private JUnitRun() {}

  /** Runs it to its end; returns what went wrong first in JUnit itself, and null where nothing. */
  static @Nullable Throwable of(
      Launcher launcher, LauncherDiscoveryRequest rubric, CancellationToken cancellation) {
    JUnitRun run = new JUnitRun();
    try {
      launcher.execute(
          LauncherExecutionRequestBuilder.request(rubric)
              .listeners(run)
              .cancellationToken(cancellation)
              .build());
    } catch (RuntimeException e) {
      run.note(e);
    }
    return run.fault();
  }

  /** A criterion that failed is a test; a class that could not be run is a container. */
  @Override
  public void executionFinished(TestIdentifier node, TestExecutionResult result) {
    if (node.isContainer() && result.getStatus() != Status.SUCCESSFUL) {
      result.getThrowable().ifPresent(this::note);
    }
  }

  private synchronized void note(Throwable thrown) {
    if (fault == null) {
      fault = thrown;
    }
  }

  private synchronized @Nullable Throwable fault() {
    return fault;
  }
}
