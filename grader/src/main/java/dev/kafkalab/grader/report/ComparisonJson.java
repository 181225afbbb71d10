package dev.kafkalab.grader.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.grader.compare.Comparison;
import dev.kafkalab.grader.compare.Contrast;
import dev.kafkalab.grader.compare.Pair;
import dev.kafkalab.grader.compare.Timelines.Row;
import dev.kafkalab.grader.feedback.KafkaUsage;
import dev.kafkalab.grader.feedback.Timeline.Step;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a comparison as JSON of the schema {@value #SCHEMA}. */
public final class ComparisonJson {

  /** The schema's name: a change that breaks readers makes it v2. */
  public static final String SCHEMA = "kafkalab/compare/v1";

  private ComparisonJson() {}

  /** Returns the comparison, indented, with a line break at its end. */
  public static String of(Comparison comparison) {
    ObjectNode root = JsonText.object();
    root.put("schema", SCHEMA);
    root.put("complete", !comparison.isIncomplete());
    root.put("seed", comparison.reference().seed());
    putGrading(root.putObject("submission"), comparison.submission());
    putGrading(root.putObject("reference"), comparison.reference());
    ArrayNode criteria = root.putArray("criteria");
    comparison.pairs().forEach(pair -> putPair(criteria.addObject(), pair));
    return JsonText.of(root);
  }

  private static void putGrading(ObjectNode node, GradedSubmission graded) {
    node.put("name", graded.submission());
    node.put("score", graded.grade().score());
    node.put("maxScore", graded.grade().maxScore());
    node.put("bonus", graded.grade().bonus());
    node.put("maxBonus", graded.grade().maxBonus());
  }

  private static void putPair(ObjectNode node, Pair pair) {
    node.put("id", pair.submission().criterion().id());
    node.put("title", pair.submission().criterion().title());
    node.put("judgedAlike", pair.isJudgedAlike());
    putSide(node.putObject("submission"), pair.submission());
    putSide(node.putObject("reference"), pair.reference());
    ArrayNode settings = node.putArray("settings");
    for (Contrast.Setting setting : pair.contrast().settings()) {
      settings
          .addObject()
          .put("client", setting.kind())
          .put("name", setting.name())
          .put("submission", setting.submission())
          .put("reference", setting.reference());
    }
    ArrayNode calls = node.putArray("calls");
    for (Contrast.Use use : pair.contrast().calls()) {
      ObjectNode call = calls.addObject();
      call.put("client", use.kind()).put("method", use.method());
      call.put("by", use.bySubmission() ? "submission" : "reference");
      ArrayNode lines = call.putArray("lines");
      use.lines().forEach(line -> lines.add(line.toString()));
    }
    putTimelines(node.putObject("timeline"), pair);
  }

  private static void putSide(ObjectNode node, CriterionResult result) {
    node.put("outcome", result.kind().name());
    node.put("points", result.points());
    node.put("message", result.feedback() == null ? "" : result.feedback().message());
    KafkaUsage usage = result.usage();
    node.put("handled", usage.handled());
    node.put("commits", usage.commits());
  }

  private static void putTimelines(ObjectNode node, Pair pair) {
    List<Row> rows = pair.timelines().rows();
    node.put("partition", rows.isEmpty() ? null : pair.timelines().partition());
    ArrayNode steps = node.putArray("steps");
    for (Row row : rows) {
      ObjectNode both = steps.addObject();
      putStep(both, "submission", row.submission());
      putStep(both, "reference", row.reference());
    }
  }

  private static void putStep(ObjectNode node, String name, @Nullable Step step) {
    if (step == null) {
      node.putNull(name);
    } else {
      JsonReport.putStep(node.putObject(name), step);
    }
  }
}
