package dev.kafkalab.grader.selfcheck;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a certificate as JSON of the schema {@value #SCHEMA}. */
public final class CertificateJson {

  /** The schema's name: a change that breaks readers makes it v2. */
  public static final String SCHEMA = "kafkalab/selfcheck/v1";

  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private CertificateJson() {}

  /** Returns it, indented, with a line break at its end. */
  public static String of(Certificate certificate) {
    try {
      return JSON.writeValueAsString(Document.of(certificate)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report of plain values is not JSON", e);
    }
  }

  record Document(
      String schema,
      String command,
      boolean holds,
      long seed,
      long durationMillis,
      Setting circumstances,
      List<Row> criteria,
      List<Graded> submissions) {

    static Document of(Certificate certificate) {
      return new Document(
          SCHEMA,
          certificate.kind().command(),
          certificate.holds(),
          certificate.seed(),
          certificate.duration().toMillis(),
          Setting.of(certificate.circumstances()),
          certificate.matrix().entrySet().stream()
              .map(row -> Row.of(row.getKey(), row.getValue()))
              .toList(),
          certificate.checked().stream().map(Graded::of).toList());
    }
  }

  record Setting(String text, String date, String revision, int load, String again) {

    static Setting of(Circumstances circumstances) {
      return new Setting(
          circumstances.toString(),
          circumstances.date().toString(),
          circumstances.revision(),
          circumstances.load(),
          circumstances.again());
    }
  }

  /** A criterion's line of the matrix: each verdict is a field. */
  record Row(String id, @JsonAnyGetter @JsonAnySetter Map<String, Integer> verdicts) {

    static Row of(String id, Map<Verdict, Integer> counts) {
      Map<String, Integer> verdicts = new LinkedHashMap<>();
      for (Verdict verdict : Verdict.values()) {
        verdicts.put(verdict.name(), counts.getOrDefault(verdict, 0));
      }
      return new Row(id, verdicts);
    }
  }

  record Graded(
      String id,
      String title,
      boolean right,
      String broker,
      String isolation,
      long seed,
      long durationMillis,
      List<String> complaints,
      int verdicts,
      List<Again> judgedAgain,
      List<Judged> judgements) {

    /**
     * Those that passed as expected are only counted: for hundreds of gradings they would take
     * megabytes.
     */
    static Graded of(Checked checked) {
      return new Graded(
          checked.submission().toString(),
          checked.submission().title(),
          checked.isRight(),
          checked.graded().broker().kind(),
          checked.graded().isolation(),
          checked.graded().seed(),
          checked.graded().duration().toMillis(),
          checked.complaints(),
          checked.judgements().size(),
          checked.judgements().stream().flatMap(Again::of).toList(),
          checked.judgements().stream()
              .filter(each -> !isRightPass(each))
              .map(Judged::of)
              .toList());
    }

    private static boolean isRightPass(Judgement judgement) {
      return judgement.verdict() == Verdict.RIGHT
          && judgement.result().kind() == OutcomeKind.PASSED;
    }
  }

  /** Why a criterion was judged once more. */
  record Again(String criterion, String message) {

    static Stream<Again> of(Judgement judgement) {
      return judgement.result().earlier().stream()
          .map(each -> new Again(judgement.criterion(), each.message()));
    }
  }

  record Judged(
      String criterion,
      Verdict verdict,
      OutcomeKind expected,
      OutcomeKind outcome,
      int points,
      String message,
      @Nullable String misconception) {

    static Judged of(Judgement judgement) {
      Feedback feedback = judgement.result().feedback();
      return new Judged(
          judgement.criterion(),
          judgement.verdict(),
          judgement.expected().outcome(),
          judgement.result().kind(),
          judgement.result().points(),
          feedback == null ? "" : feedback.message(),
          feedback == null || feedback.misconception() == null
              ? null
              : feedback.misconception().id());
    }
  }
}
