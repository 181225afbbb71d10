package dev.kafkalab.grader.selfcheck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.util.Map;

/** Writes a certificate as JSON of the schema {@value #SCHEMA}. */
public final class CertificateJson {

  /** The schema's name: a change that breaks readers makes it v2. */
  public static final String SCHEMA = "kafkalab/selfcheck/v1";

  private static final ObjectMapper JSON = new ObjectMapper();

  private CertificateJson() {}

  /** Returns it, indented, with a line break at its end. */
  public static String of(Certificate certificate) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", SCHEMA);
    root.put("command", certificate.kind().command());
    root.put("holds", certificate.holds());
    root.put("seed", certificate.seed());
    root.put("durationMillis", certificate.duration().toMillis());
    root.putObject("circumstances")
        .put("text", certificate.circumstances().toString())
        .put("date", certificate.circumstances().date().toString())
        .put("revision", certificate.circumstances().revision())
        .put("load", certificate.circumstances().load())
        .put("again", certificate.circumstances().again());
    ArrayNode criteria = root.putArray("criteria");
    certificate.matrix().forEach((id, row) -> putRow(criteria.addObject().put("id", id), row));
    ArrayNode submissions = root.putArray("submissions");
    certificate.checked().forEach(checked -> put(checked, submissions.addObject()));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report of plain values is not JSON", e);
    }
  }

  private static void putRow(ObjectNode node, Map<Verdict, Integer> row) {
    for (Verdict verdict : Verdict.values()) {
      node.put(verdict.name(), row.getOrDefault(verdict, 0));
    }
  }

  private static void put(Checked checked, ObjectNode node) {
    node.put("id", checked.submission().toString());
    node.put("title", checked.submission().title());
    node.put("right", checked.isRight());
    node.put("broker", checked.graded().broker().kind());
    node.put("seed", checked.graded().seed());
    node.put("durationMillis", checked.graded().duration().toMillis());
    checked.complaints().forEach(node.putArray("complaints")::add);
    node.put("verdicts", checked.judgements().size());
    // Those that passed as expected are only counted: for hundreds of gradings they would take
    // megabytes.
    ArrayNode judgements = node.putArray("judgements");
    for (Judgement judgement : checked.judgements()) {
      if (judgement.verdict() == Verdict.RIGHT && judgement.result().kind() == OutcomeKind.PASSED) {
        continue;
      }
      Feedback feedback = judgement.result().feedback();
      judgements
          .addObject()
          .put("criterion", judgement.criterion())
          .put("verdict", judgement.verdict().name())
          .put("expected", judgement.expected().outcome().name())
          .put("outcome", judgement.result().kind().name())
          .put("points", judgement.result().points())
          .put("message", feedback == null ? "" : feedback.message())
          .put(
              "misconception",
              feedback == null || feedback.misconception() == null
                  ? null
                  : feedback.misconception().id());
    }
  }
}
