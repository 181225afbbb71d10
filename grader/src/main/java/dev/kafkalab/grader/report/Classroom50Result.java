package dev.kafkalab.grader.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.time.temporal.ChronoUnit;

/**
 * Writes a grading as the {@code result.json} of Classroom 50, by its "Advanced Autograding": the
 * runner's environment says whose it is, and the runner adds the rest.
 *
 * <p>The runner rejects a score above its maximum, so challenges cannot count there: their points
 * are listed next to the score, where the runner keeps them unchanged.
 */
public final class Classroom50Result {

  private static final String SCHEMA = "classroom50/result/v1";

  private Classroom50Result() {}

  public static String of(GradedSubmission graded, Surroundings surroundings) {
    String started = graded.started().truncatedTo(ChronoUnit.SECONDS).toString();
    String commit = surroundings.variable("COMMIT_URL");
    String review = surroundings.variables().getOrDefault("REVIEW_URL", "");
    ObjectNode root = JsonText.object();
    root.put("schema", SCHEMA);
    root.put("classroom", surroundings.variable("CLASSROOM"));
    root.put("assignment", surroundings.variable("ASSIGNMENT"));
    root.put("submission", surroundings.variable("SUBMISSION_TAG"));
    root.put("commit", commit);
    root.put("release", surroundings.variable("RELEASE_URL"));
    root.put("review", review.isBlank() ? commit : review);
    root.put("datetime", started);
    root.put("graded_at", started);
    root.put("score", graded.grade().score());
    root.put("max-score", graded.grade().maxScore());
    ArrayNode tests = root.putArray("tests");
    graded.grade().results().stream()
        .filter(Classroom50Result::isShown)
        .forEach(result -> put(tests.addObject(), result));
    graded.grade().missing().stream()
        .filter(criterion -> !criterion.task().isBonus())
        .forEach(criterion -> putMissing(tests.addObject(), criterion));
    return JsonText.of(root);
  }

  /** The runner rejects a maximum that is not the sum of its tests' maxima. */
  private static void putMissing(ObjectNode test, CriterionInfo criterion) {
    test.put("test-name", criterion.id());
    test.put("passed", false);
    test.put("score", 0);
    test.put("max-score", criterion.points());
    test.put("outcome", "not judged yet");
    test.put("message", "");
  }

  /** A commit is red if any test has not passed, but challenges are optional. */
  private static boolean isShown(CriterionResult result) {
    return !result.isBonus() || result.kind() != OutcomeKind.NOT_ATTEMPTED;
  }

  private static void put(ObjectNode test, CriterionResult result) {
    test.put("test-name", result.criterion().id());
    test.put("passed", result.kind() == OutcomeKind.PASSED);
    test.put("score", result.isBonus() ? 0 : result.points());
    test.put("max-score", result.isBonus() ? 0 : result.criterion().points());
    if (result.isBonus()) {
      test.put("bonus", result.points());
      test.put("max-bonus", result.criterion().points());
    }
    test.put("outcome", Words.outcome(result));
    test.put("message", result.feedback() == null ? "" : result.feedback().message());
  }
}
