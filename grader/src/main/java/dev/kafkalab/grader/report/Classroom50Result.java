package dev.kafkalab.grader.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.rubric.Outcome;
import java.time.temporal.ChronoUnit;

/**
 * Writes a grading as the {@code result.json} of Classroom 50, by its "Advanced Autograding": the
 * runner says in the environment whose it is, and stamps the rest.
 */
final class Classroom50Result {

  private static final String SCHEMA = "classroom50/result/v1";

  private Classroom50Result() {}

  static String of(GradedSubmission graded, Surroundings surroundings) {
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
    // Both are sums over the tests: a challenge adds to the first, and nothing to the second.
    root.put("score", graded.grade().score() + graded.grade().bonus());
    root.put("max-score", graded.grade().maxScore());
    ArrayNode tests = root.putArray("tests");
    graded.grade().results().forEach(result -> put(tests.addObject(), result));
    return JsonText.of(root);
  }

  private static void put(ObjectNode test, CriterionResult result) {
    test.put("test-name", result.criterion().id());
    test.put("passed", result.outcome() == Outcome.PASSED);
    test.put("score", result.points());
    test.put("max-score", result.isBonus() ? 0 : result.criterion().points());
    test.put("outcome", Words.outcome(result));
    test.put("message", result.feedback() == null ? "" : result.feedback().message());
  }
}
