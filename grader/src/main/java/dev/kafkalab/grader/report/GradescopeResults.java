package dev.kafkalab.grader.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a grading as Gradescope's {@code results.json}, by its "Autograder Specifications".
 *
 * <p>If the grader itself failed, there is no score, and no test has one that could be added up:
 * Gradescope then says that the autograder failed, and nobody loses points.
 */
public final class GradescopeResults {

  private GradescopeResults() {}

  public static String of(GradedSubmission graded, Surroundings surroundings) {
    ObjectNode root = JsonText.object();
    boolean counts = !graded.grade().isIncomplete() && graded.isFinished();
    if (counts) {
      root.put("score", graded.grade().score() + graded.grade().bonus());
    }
    root.put("execution_time", graded.duration().toSeconds());
    root.put("output", head(graded, counts));
    root.put("output_format", "text");
    root.put("test_output_format", "text");
    root.put("test_name_format", "text");
    root.put("visibility", "visible");
    root.put("stdout_visibility", "hidden");
    root.putObject("extra_data").put("seed", graded.seed()).put("schema", JsonReport.SCHEMA);
    ArrayNode tests = root.putArray("tests");
    graded.grade().results().forEach(result -> put(tests.addObject(), result, counts));
    return JsonText.of(root);
  }

  private static String head(GradedSubmission graded, boolean counts) {
    List<String> lines = new ArrayList<>();
    if (!counts) {
      lines.add(
          "Grading was interrupted, or the grader failed: no score counts. Please run it again.");
    }
    for (Feedback problem : graded.problems()) {
      lines.addAll(FeedbackText.lines(problem));
      lines.add("");
    }
    graded
        .grade()
        .firstToDo()
        .filter(first -> graded.isGradable())
        .ifPresent(first -> lines.add("Fix first: " + first.criterion().id()));
    return String.join("\n", lines);
  }

  private static void put(ObjectNode test, CriterionResult result, boolean counts) {
    if (counts) {
      test.put("score", result.points());
      // The challenges' points are added on top.
      test.put("max_score", result.isBonus() ? 0 : result.criterion().points());
    }
    if (result.kind() != OutcomeKind.INFRASTRUCTURE) {
      test.put("status", result.kind() == OutcomeKind.PASSED ? "passed" : "failed");
    }
    test.put("name", "%s: %s".formatted(result.criterion().id(), result.criterion().title()));
    test.put("number", String.valueOf(result.criterion().task().number()));
    test.put("output", Words.of(result));
    test.putArray("tags").add("Task " + result.criterion().task().number());
    test.put("visibility", "visible");
  }
}
