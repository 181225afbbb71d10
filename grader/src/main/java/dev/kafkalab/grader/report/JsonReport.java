package dev.kafkalab.grader.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Timeline;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import java.util.List;
import java.util.stream.Stream;
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
    ObjectNode root = JsonText.object();
    root.put("schema", SCHEMA);
    root.put("submission", graded.submission());
    root.put("finished", graded.isFinished());
    root.put("score", graded.grade().score());
    root.put("maxScore", graded.grade().maxScore());
    root.put("bonus", graded.grade().bonus());
    root.put("maxBonus", graded.grade().maxBonus());
    root.putObject("broker")
        .put("kind", graded.broker().kind())
        .put("version", graded.broker().version())
        .put("remark", graded.broker().remark());
    ArrayNode remarks = root.putArray("remarks");
    graded.remarks().forEach(remarks::add);
    root.put("isolation", "process");
    root.put("seed", graded.seed());
    root.put("durationMillis", graded.duration().toMillis());
    ArrayNode problems = root.putArray("problems");
    graded.problems().forEach(problem -> putFeedback(problems.addObject(), problem, List.of()));
    ArrayNode criteria = root.putArray("criteria");
    graded.grade().results().forEach(result -> putResult(criteria.addObject(), result));
    ArrayNode deliverables = root.putArray("deliverables");
    graded
        .deliverables()
        .forEach(
            deliverable ->
                deliverables
                    .addObject()
                    .put("name", deliverable.name())
                    .put("present", deliverable.present())
                    .put("detail", deliverable.detail()));
    return JsonText.of(root);
  }

  private static void putResult(ObjectNode node, CriterionResult result) {
    node.put("id", result.criterion().id());
    node.put("task", result.criterion().task().number());
    node.put("title", result.criterion().title());
    node.put("outcome", result.kind().name());
    node.put("points", result.points());
    node.put("maxPoints", result.criterion().points());
    node.put("bonus", result.isBonus());
    node.put("blockedBy", result.blocker());
    putFeedback(node, result.feedback(), result.observed());
    node.put("durationMillis", result.duration().toMillis());
    node.put("tries", result.tries());
    ArrayNode exhibits = node.putArray("exhibits");
    result.exhibits().forEach(exhibit -> ExhibitJson.put(exhibits.addObject(), exhibit));
  }

  private static void putFeedback(
      ObjectNode node, @Nullable Feedback feedback, List<Fact> observed) {
    Feedback told = feedback == null ? Feedback.of("", "") : feedback;
    node.put("message", told.message());
    node.put("hint", told.advice());
    node.put("misconception", told.misconception() == null ? null : told.misconception().id());
    node.put("location", text(told.location()));
    ArrayNode facts = node.putArray("facts");
    Stream.concat(told.facts().stream(), observed.stream())
        .distinct()
        .forEach(fact -> facts.addObject().put("name", fact.name()).put("value", fact.value()));
    ArrayNode timeline = node.putArray("timeline");
    told.timeline().steps().forEach(step -> putStep(timeline.addObject(), step));
  }

  static void putStep(ObjectNode node, Timeline.Step step) {
    node.put("actor", step.actor());
    node.put("kind", step.kind().name());
    node.put("partition", step.partition() < 0 ? null : step.partition());
    node.put("from", step.from() < 0 ? null : step.from());
    node.put("to", step.from() < 0 ? null : step.to());
    node.put("location", text(step.location()));
    node.put("wrong", step.wrong());
  }

  private static @Nullable String text(@Nullable Location location) {
    return location == null ? null : location.toString();
  }
}
