package dev.kafkalab.grader.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a grading as Gradescope's {@code results.json}, by its "Autograder Specifications".
 *
 * <p>If the grader itself failed, there is no score, and no test has one that could be added up:
 * Gradescope then says that the autograder failed, and nobody loses points.
 */
public final class GradescopeResults {

  private GradescopeResults() {}

  public static String of(GradedSubmission graded, Surroundings surroundings) {
    return JsonText.of(Document.of(graded));
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

  /** The names of its parts are Gradescope's. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(Include.NON_NULL)
  record Document(
      @Nullable Integer score,
      long executionTime,
      String output,
      String outputFormat,
      String testOutputFormat,
      String testNameFormat,
      String visibility,
      String stdoutVisibility,
      ExtraData extraData,
      List<Test> tests) {

    static Document of(GradedSubmission graded) {
      boolean counts = !graded.grade().isIncomplete() && graded.isFinished();
      return new Document(
          counts ? graded.grade().score() + graded.grade().bonus() : null,
          graded.duration().toSeconds(),
          head(graded, counts),
          "text",
          "text",
          "text",
          "visible",
          "hidden",
          new ExtraData(graded.seed(), graded.isolation(), JsonReport.SCHEMA),
          graded.grade().results().stream().map(result -> Test.of(result, counts)).toList());
    }
  }

  record ExtraData(long seed, String isolation, String schema) {}

  /** One criterion. Without a status, Gradescope shows it as neither passed nor failed. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(Include.NON_NULL)
  record Test(
      @Nullable Integer score,
      @Nullable Integer maxScore,
      @Nullable String status,
      String name,
      String number,
      String output,
      List<String> tags,
      String visibility) {

    static Test of(CriterionResult result, boolean counts) {
      int number = result.criterion().task().number();
      return new Test(
          counts ? result.points() : null,
          counts ? maxScore(result) : null,
          status(result),
          "%s: %s".formatted(result.criterion().id(), result.criterion().title()),
          String.valueOf(number),
          Words.of(result),
          List.of("Task " + number),
          "visible");
    }

    /** The challenges' points are added on top. */
    private static int maxScore(CriterionResult result) {
      return result.isBonus() ? 0 : result.criterion().points();
    }

    private static @Nullable String status(CriterionResult result) {
      return switch (result.kind()) {
        case PASSED -> "passed";
        case INFRASTRUCTURE -> null;
        default -> "failed";
      };
    }
  }
}
