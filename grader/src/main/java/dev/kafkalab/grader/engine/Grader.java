package dev.kafkalab.grader.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.judging.Descriptors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Grades a submission by running the rubric through the JUnit Platform, from wherever it is called.
 */
public final class Grader {

  /** Criteria mostly wait, and what they wait for needs a core now and then. */
  private static final int SIDE_BY_SIDE = 5;

  private Grader() {}

  /**
   * Grades and returns when all that was started has ended.
   *
   * @param progress is told of each criterion as soon as it has ended, from several threads
   */
  public static GradedSubmission grade(GradingRequest request, GradingListener progress) {
    return grade(request, progress, new Cancellation());
  }

  /** Does the same, and ends early if it is cancelled: then what it returns does not count. */
  public static GradedSubmission grade(
      GradingRequest request, GradingListener progress, Cancellation cancellation) {
    try (LauncherSession launcher = LauncherFactory.openSession();
        GradingSession grading = GradingSession.open(request, progress)) {
      launcher
          .getStore()
          .put(
              Namespace.create(CriterionExtension.NAMESPACE.getParts().toArray()),
              GradingSession.class,
              grading);
      cancellation.endBy(grading::abandon);
      return grading.finish(
          JUnitRun.of(launcher.getLauncher(), rubric(request), cancellation.token()));
    }
  }

  private static int sideBySide(GradingRequest request) {
    return request.pace().isDebugged() || Descriptors.areFew() ? 1 : SIDE_BY_SIDE;
  }

  private static LauncherDiscoveryRequest rubric(GradingRequest request) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selectClass(LabRubric.class))
        .filters(new AskedCriteria(request.criteria()))
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter(
            "junit.jupiter.execution.parallel.config.executor-service", "WORKER_THREAD_POOL")
        .configurationParameter(
            "junit.jupiter.testclass.order.default", LongestFirst.class.getName())
        .configurationParameter(
            "junit.jupiter.testmethod.order.default", LongestFirst.class.getName())
        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
        .configurationParameter(
            "junit.jupiter.execution.parallel.config.fixed.parallelism",
            Integer.toString(sideBySide(request)))
        .build();
  }
}
