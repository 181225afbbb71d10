package dev.kafkalab.grader.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.Deliverable;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.grade.UsedBroker;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a grading as JSON of the schema {@value #SCHEMA}. */
public final class JsonReport {

  /** The schema's name: a change that breaks readers makes it v2. */
  public static final String SCHEMA = "kafkalab/grade/v1";

  private JsonReport() {}

  public static String of(GradedSubmission graded, Surroundings surroundings) {
    return of(graded);
  }

  /** Returns the report, indented, with a line break at its end. */
  public static String of(GradedSubmission graded) {
    return JsonText.of(Document.of(graded));
  }

  record Document(
      String schema,
      String submission,
      boolean finished,
      int score,
      int maxScore,
      int bonus,
      int maxBonus,
      UsedBroker broker,
      List<String> remarks,
      String isolation,
      long seed,
      long durationMillis,
      List<FeedbackJson> problems,
      List<Criterion> criteria,
      List<Deliverable> deliverables) {

    static Document of(GradedSubmission graded) {
      return new Document(
          SCHEMA,
          graded.submission(),
          graded.isFinished(),
          graded.grade().score(),
          graded.grade().maxScore(),
          graded.grade().bonus(),
          graded.grade().maxBonus(),
          graded.broker(),
          graded.remarks(),
          graded.isolation(),
          graded.seed(),
          graded.duration().toMillis(),
          graded.problems().stream().map(each -> FeedbackJson.of(each, List.of())).toList(),
          graded.grade().results().stream().map(Criterion::of).toList(),
          graded.deliverables());
    }
  }

  record Criterion(
      String id,
      int task,
      String title,
      OutcomeKind outcome,
      int points,
      int maxPoints,
      boolean bonus,
      @Nullable String blockedBy,
      @JsonUnwrapped FeedbackJson feedback,
      long durationMillis,
      int tries,
      List<FeedbackJson> earlier,
      List<ExhibitJson> exhibits) {

    static Criterion of(CriterionResult result) {
      return new Criterion(
          result.criterion().id(),
          result.criterion().task().number(),
          result.criterion().title(),
          result.kind(),
          result.points(),
          result.criterion().points(),
          result.isBonus(),
          result.blocker(),
          FeedbackJson.of(result.feedback(), result.observed()),
          result.duration().toMillis(),
          result.tries(),
          result.earlier().stream().map(each -> FeedbackJson.of(each, List.of())).toList(),
          result.exhibits().stream().map(ExhibitJson::of).toList());
    }
  }
}
