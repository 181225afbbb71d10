package dev.kafkalab.grader.report;

import dev.kafkalab.grader.compare.Comparison;
import dev.kafkalab.grader.compare.Contrast;
import dev.kafkalab.grader.compare.Pair;
import dev.kafkalab.grader.compare.Timelines;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Timeline.Step;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a comparison as JSON of the schema {@value #SCHEMA}. */
public final class ComparisonJson {

  /** The schema's name: a change that breaks readers makes it v2. */
  public static final String SCHEMA = "kafkalab/compare/v1";

  private ComparisonJson() {}

  /** Returns the comparison, indented, with a line break at its end. */
  public static String of(Comparison comparison) {
    return JsonText.of(Document.of(comparison));
  }

  record Document(
      String schema,
      boolean complete,
      long seed,
      Grading submission,
      Grading reference,
      List<Criterion> criteria) {

    static Document of(Comparison comparison) {
      return new Document(
          SCHEMA,
          !comparison.isIncomplete(),
          comparison.reference().seed(),
          Grading.of(comparison.submission()),
          Grading.of(comparison.reference()),
          comparison.pairs().stream().map(Criterion::of).toList());
    }
  }

  record Grading(String name, int score, int maxScore, int bonus, int maxBonus) {

    static Grading of(GradedSubmission graded) {
      return new Grading(
          graded.submission(),
          graded.grade().score(),
          graded.grade().maxScore(),
          graded.grade().bonus(),
          graded.grade().maxBonus());
    }
  }

  record Criterion(
      String id,
      String title,
      boolean judgedAlike,
      Side submission,
      Side reference,
      List<Setting> settings,
      List<Call> calls,
      Steps timeline) {

    static Criterion of(Pair pair) {
      return new Criterion(
          pair.submission().criterion().id(),
          pair.submission().criterion().title(),
          pair.isJudgedAlike(),
          Side.of(pair.submission()),
          Side.of(pair.reference()),
          pair.contrast().settings().stream().map(Setting::of).toList(),
          pair.contrast().calls().stream().map(Call::of).toList(),
          Steps.of(pair.timelines()));
    }
  }

  record Side(OutcomeKind outcome, int points, String message, int handled, int commits) {

    static Side of(CriterionResult result) {
      return new Side(
          result.kind(),
          result.points(),
          result.feedback() == null ? "" : result.feedback().message(),
          result.usage().handled(),
          result.usage().commits());
    }
  }

  record Setting(String client, String name, String submission, String reference) {

    static Setting of(Contrast.Setting setting) {
      return new Setting(setting.kind(), setting.name(), setting.submission(), setting.reference());
    }
  }

  record Call(String client, String method, String by, List<String> lines) {

    static Call of(Contrast.Use use) {
      return new Call(
          use.kind(),
          use.method(),
          use.bySubmission() ? "submission" : "reference",
          use.lines().stream().map(Location::toString).toList());
    }
  }

  record Steps(@Nullable Integer partition, List<Row> steps) {

    static Steps of(Timelines timelines) {
      return new Steps(
          timelines.rows().isEmpty() ? null : timelines.partition(),
          timelines.rows().stream().map(Row::of).toList());
    }
  }

  record Row(@Nullable StepJson submission, @Nullable StepJson reference) {

    static Row of(Timelines.Row row) {
      return new Row(step(row.submission()), step(row.reference()));
    }

    private static @Nullable StepJson step(@Nullable Step step) {
      return step == null ? null : StepJson.of(step);
    }
  }
}
