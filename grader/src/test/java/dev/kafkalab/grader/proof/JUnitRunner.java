package dev.kafkalab.grader.proof;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the tests of a class, as Maven and IDEs do, in a JVM of its own. */
final class JUnitRunner {

  private JUnitRunner() {}

  public static void main(String[] args) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    try (var session = LauncherFactory.openSession()) {
      session
          .getLauncher()
          .execute(
              LauncherDiscoveryRequestBuilder.request().selectors(selectClass(args[0])).build(),
              listener);
    }
    TestExecutionSummary summary = listener.getSummary();
    try (PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8)) {
      summary.printFailuresTo(out);
      out.printf(
          Locale.ROOT,
          "%d passed, %d failed%n",
          summary.getTestsSucceededCount(),
          summary.getTotalFailureCount());
    }
    System.exit(summary.getTotalFailureCount() == 0 ? 0 : 1);
  }
}
