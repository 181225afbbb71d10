package dev.kafkalab.grader.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.rubric.Task;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a grading in the Common Test Report Format, <a href="https://ctrf.io">ctrf.io</a>. A
 * criterion that was judged again because the grader had failed is a retry, and flaky if it then
 * passed.
 */
public final class CtrfReport {

  private static final String VERSION = "0.0.0";

  private static final String NAME = "Kafka Lab Grader";

  private CtrfReport() {}

  public static String of(GradedSubmission graded, Surroundings surroundings) {
    return JsonText.of(Document.of(graded, surroundings));
  }

  private static boolean isFlaky(CriterionResult result) {
    return result.tries() > 1 && result.kind() == OutcomeKind.PASSED;
  }

  private static String status(CriterionResult result) {
    return switch (result.kind()) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case NOT_ATTEMPTED -> "pending";
      case BLOCKED -> "skipped";
      case INFRASTRUCTURE -> "other";
    };
  }

  record Document(
      String reportFormat, String specVersion, String generatedBy, Results results, Extra extra) {

    static Document of(GradedSubmission graded, Surroundings surroundings) {
      return new Document(
          "CTRF", VERSION, NAME, Results.of(graded, surroundings), Extra.of(graded));
    }
  }

  record Results(Tool tool, Summary summary, List<Test> tests) {

    static Results of(GradedSubmission graded, Surroundings surroundings) {
      return new Results(
          new Tool(NAME),
          Summary.of(graded),
          graded.grade().results().stream()
              .map(result -> Test.of(result, graded, surroundings))
              .toList());
    }
  }

  record Tool(String name) {}

  record Summary(
      int tests,
      long passed,
      long failed,
      long skipped,
      long pending,
      long other,
      long flaky,
      long start,
      long stop,
      long duration) {

    static Summary of(GradedSubmission graded) {
      List<String> statuses = graded.grade().results().stream().map(CtrfReport::status).toList();
      long start = graded.started().toEpochMilli();
      long duration = graded.duration().toMillis();
      return new Summary(
          statuses.size(),
          count("passed", statuses),
          count("failed", statuses),
          count("skipped", statuses),
          count("pending", statuses),
          count("other", statuses),
          graded.grade().results().stream().filter(CtrfReport::isFlaky).count(),
          start,
          start + duration,
          duration);
    }

    private static long count(String status, List<String> statuses) {
      return statuses.stream().filter(status::equals).count();
    }
  }

  @JsonInclude(Include.NON_NULL)
  record Test(
      String name,
      String status,
      OutcomeKind rawStatus,
      long duration,
      List<String> suite,
      @Nullable String message,
      @Nullable String filePath,
      @Nullable Integer line,
      int retries,
      boolean flaky,
      @Nullable List<Attempt> retryAttempts,
      TestExtra extra) {

    static Test of(CriterionResult result, GradedSubmission graded, Surroundings surroundings) {
      Task task = result.criterion().task();
      Location location = result.feedback() == null ? null : result.feedback().location();
      return new Test(
          result.criterion().id(),
          CtrfReport.status(result),
          result.kind(),
          result.duration().toMillis(),
          List.of(String.format(Locale.ROOT, "Task %d: %s", task.number(), task.title())),
          result.feedback() == null ? null : Words.of(result),
          location == null ? null : surroundings.pathOf(location, graded),
          location == null ? null : location.line(),
          result.tries() - 1,
          isFlaky(result),
          result.tries() > 1 ? Attempt.of(result.earlier()) : null,
          TestExtra.of(result));
    }
  }

  record Attempt(int attempt, String status, String message) {

    /** Only grader failures are retried. The last try is the test itself. */
    static List<Attempt> of(List<Feedback> earlier) {
      return IntStream.range(0, earlier.size())
          .mapToObj(each -> new Attempt(each + 1, "other", earlier.get(each).message()))
          .toList();
    }
  }

  record TestExtra(String title, int points, int maxPoints, boolean bonus) {

    static TestExtra of(CriterionResult result) {
      return new TestExtra(
          result.criterion().title(),
          result.points(),
          result.criterion().points(),
          result.isBonus());
    }
  }

  record Extra(
      String submission,
      int score,
      int maxScore,
      int bonus,
      boolean finished,
      String isolation,
      long seed) {

    static Extra of(GradedSubmission graded) {
      return new Extra(
          graded.submission(),
          graded.grade().score(),
          graded.grade().maxScore(),
          graded.grade().bonus(),
          graded.isFinished(),
          graded.isolation(),
          graded.seed());
    }
  }
}
