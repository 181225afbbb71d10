package dev.kafkalab.grader.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.rubric.Task;
import java.util.List;
import java.util.Locale;

/**
 * Writes a grading in the Common Test Report Format, <a href="https://ctrf.io">ctrf.io</a>. A
 * criterion that was judged again because the grader had failed is a retry, and flaky if it then
 * passed.
 */
public final class CtrfReport {

  private static final String VERSION = "0.0.0";

  private final GradedSubmission graded;
  private final Surroundings surroundings;

  private CtrfReport(GradedSubmission graded, Surroundings surroundings) {
    this.graded = graded;
    this.surroundings = surroundings;
  }

  public static String of(GradedSubmission graded, Surroundings surroundings) {
    return JsonText.of(new CtrfReport(graded, surroundings).write());
  }

  private ObjectNode write() {
    ObjectNode root = JsonText.object();
    root.put("reportFormat", "CTRF");
    root.put("specVersion", VERSION);
    root.put("generatedBy", "Kafka Lab Grader");
    ObjectNode results = root.putObject("results");
    results.putObject("tool").put("name", "Kafka Lab Grader");
    putSummary(results.putObject("summary"));
    ArrayNode tests = results.putArray("tests");
    graded.grade().results().forEach(result -> putTest(tests.addObject(), result));
    ObjectNode extra = root.putObject("extra");
    extra.put("submission", graded.submission());
    extra.put("score", graded.grade().score());
    extra.put("maxScore", graded.grade().maxScore());
    extra.put("bonus", graded.grade().bonus());
    extra.put("finished", graded.isFinished());
    extra.put("seed", graded.seed());
    return root;
  }

  private void putSummary(ObjectNode summary) {
    List<String> statuses = graded.grade().results().stream().map(CtrfReport::status).toList();
    summary.put("tests", statuses.size());
    for (String status : List.of("passed", "failed", "skipped", "pending", "other")) {
      summary.put(status, statuses.stream().filter(status::equals).count());
    }
    summary.put("flaky", graded.grade().results().stream().filter(CtrfReport::isFlaky).count());
    long start = graded.started().toEpochMilli();
    summary.put("start", start);
    summary.put("stop", start + graded.duration().toMillis());
    summary.put("duration", graded.duration().toMillis());
  }

  private void putTest(ObjectNode test, CriterionResult result) {
    Task task = result.criterion().task();
    test.put("name", result.criterion().id());
    test.put("status", status(result));
    test.put("rawStatus", result.kind().name());
    test.put("duration", result.duration().toMillis());
    test.putArray("suite")
        .add(String.format(Locale.ROOT, "Task %d: %s", task.number(), task.title()));
    Feedback feedback = result.feedback();
    if (feedback != null) {
      test.put("message", Words.of(result));
      if (feedback.location() != null) {
        test.put("filePath", surroundings.pathOf(feedback.location(), graded));
        test.put("line", feedback.location().line());
      }
    }
    test.put("retries", result.tries() - 1);
    test.put("flaky", isFlaky(result));
    putAttempts(test, result);
    test.putObject("extra")
        .put("title", result.criterion().title())
        .put("points", result.points())
        .put("maxPoints", result.criterion().points())
        .put("bonus", result.isBonus());
  }

  /** Only grader failures are retried. The last try is the test itself. */
  private static void putAttempts(ObjectNode test, CriterionResult result) {
    if (result.tries() > 1) {
      ArrayNode attempts = test.putArray("retryAttempts");
      for (int attempt = 1; attempt < result.tries(); attempt++) {
        attempts.addObject().put("attempt", attempt).put("status", "other");
      }
    }
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
}
