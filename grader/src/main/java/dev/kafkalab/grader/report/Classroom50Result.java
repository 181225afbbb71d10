package dev.kafkalab.grader.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.Grade;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    return JsonText.of(Document.of(graded, surroundings));
  }

  record Document(
      String schema,
      String classroom,
      String assignment,
      String submission,
      String commit,
      String release,
      String review,
      String datetime,
      @JsonProperty("graded_at") String gradedAt,
      int score,
      @JsonProperty("max-score") int maxScore,
      List<Test> tests) {

    static Document of(GradedSubmission graded, Surroundings surroundings) {
      String started = graded.started().truncatedTo(ChronoUnit.SECONDS).toString();
      String commit = surroundings.variable("COMMIT_URL");
      String review = surroundings.variables().getOrDefault("REVIEW_URL", "");
      return new Document(
          SCHEMA,
          surroundings.variable("CLASSROOM"),
          surroundings.variable("ASSIGNMENT"),
          surroundings.variable("SUBMISSION_TAG"),
          commit,
          surroundings.variable("RELEASE_URL"),
          review.isBlank() ? commit : review,
          started,
          started,
          graded.grade().score(),
          graded.grade().maxScore(),
          tests(graded.grade()));
    }

    private static List<Test> tests(Grade grade) {
      return Stream.concat(
              grade.results().stream().filter(Document::isShown).map(Test::of),
              grade.missing().stream()
                  .filter(criterion -> !criterion.task().isBonus())
                  .map(Test::missing))
          .toList();
    }

    /** A commit is red if any test has not passed, but challenges are optional. */
    private static boolean isShown(CriterionResult result) {
      return !result.isBonus() || result.kind() != OutcomeKind.NOT_ATTEMPTED;
    }
  }

  @JsonInclude(Include.NON_NULL)
  @JsonNaming(KebabCaseStrategy.class)
  record Test(
      String testName,
      boolean passed,
      int score,
      int maxScore,
      @Nullable Integer bonus,
      @Nullable Integer maxBonus,
      String outcome,
      String message) {

    static Test of(CriterionResult result) {
      boolean bonus = result.isBonus();
      return new Test(
          result.criterion().id(),
          result.kind() == OutcomeKind.PASSED,
          bonus ? 0 : result.points(),
          bonus ? 0 : result.criterion().points(),
          bonus ? result.points() : null,
          bonus ? result.criterion().points() : null,
          Words.outcome(result),
          result.feedback() == null ? "" : result.feedback().message());
    }

    /** The runner rejects a maximum that is not the sum of its tests' maxima. */
    static Test missing(CriterionInfo criterion) {
      return new Test(
          criterion.id(), false, 0, criterion.points(), null, null, "not judged yet", "");
    }
  }
}
