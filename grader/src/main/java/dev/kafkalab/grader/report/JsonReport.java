package dev.kafkalab.grader.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import org.jspecify.annotations.Nullable;

/** Writes a grading as JSON of the schema {@value #SCHEMA}. */
public final class JsonReport {

  /** The schema's name: a change that breaks readers makes it v2. */
  public static final String SCHEMA = "kafkalab/grade/v1";

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonReport() {}

  /** Returns the report, indented, with a line break at its end. */
  public static String of(GradedSubmission graded) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", SCHEMA);
    root.put("submission", graded.submission());
    root.put("score", graded.grade().score());
    root.put("maxScore", graded.grade().maxScore());
    root.put("bonus", 0);
    root.put("maxBonus", 0);
    root.putObject("broker")
        .put("kind", graded.brokerKind())
        .put("version", graded.brokerVersion());
    root.put("isolation", "process");
    root.put("seed", graded.seed());
    root.put("durationMillis", graded.duration().toMillis());
    ArrayNode problems = root.putArray("problems");
    graded.problems().forEach(problem -> putFeedback(problems.addObject(), problem));
    ArrayNode criteria = root.putArray("criteria");
    graded.grade().results().forEach(result -> putResult(criteria.addObject(), result));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report of plain values is no JSON", e);
    }
  }

  private static void putResult(ObjectNode node, CriterionResult result) {
    node.put("id", result.criterion().id());
    node.put("task", result.criterion().task().number());
    node.put("title", result.criterion().title());
    node.put("outcome", result.outcome().name());
    node.put("points", result.points());
    node.put("maxPoints", result.criterion().points());
    node.put("bonus", false);
    node.put("blockedBy", result.blocker());
    putFeedback(node, result.feedback());
    node.put("durationMillis", result.duration().toMillis());
  }

  private static void putFeedback(ObjectNode node, @Nullable Feedback feedback) {
    node.put("message", feedback == null ? "" : feedback.message());
    node.put("hint", feedback == null ? "" : feedback.hint());
    node.putNull("misconception");
    node.put(
        "location",
        feedback == null || feedback.location() == null ? null : feedback.location().toString());
    ArrayNode facts = node.putArray("facts");
    if (feedback != null) {
      feedback
          .facts()
          .forEach(fact -> facts.addObject().put("name", fact.name()).put("value", fact.value()));
    }
  }
}
