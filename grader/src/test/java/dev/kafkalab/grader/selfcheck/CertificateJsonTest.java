package dev.kafkalab.grader.selfcheck;

import static dev.kafkalab.grader.selfcheck.Trials.certificate;
import static dev.kafkalab.grader.selfcheck.Trials.checked;
import static dev.kafkalab.grader.selfcheck.Trials.known;
import static dev.kafkalab.grader.selfcheck.Trials.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.proof.JsonSchemaFile;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.zoo.Expectation;
import dev.kafkalab.grader.zoo.KnownSubmission;
import dev.kafkalab.grader.zoo.Proof;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds a certificate's JSON to its records and to the schema that is published for it. */
class CertificateJsonTest {

  private static final Path SCHEMA = Path.of("..", "docs", "schema", "selfcheck-v1.schema.json");

  private static final KnownSubmission GOOD = known(Proof.GOOD, "odd-one", Map.of());
  private static final KnownSubmission BAD =
      known(
          Proof.BAD, "no-acks", Map.of("producer.acks", new Expectation(OutcomeKind.FAILED, null)));
  private static final CriterionResult REFUSED =
      result("producer.acks", OutcomeKind.FAILED, 0, "acks is 1");
  private static final CriterionResult PASSED = result("producer.acks", OutcomeKind.PASSED, 4, "");

  @Test
  void itIsWrittenAsJson() throws IOException {
    JsonNode json =
        new ObjectMapper()
            .readTree(
                CertificateJson.of(
                    certificate(checked(BAD, result("producer.acks", OutcomeKind.PASSED, 4, "")))));

    assertThat(json.get("schema").asText()).isEqualTo("kafkalab/selfcheck/v1");
    assertThat(json.get("holds").asBoolean()).isFalse();
    assertThat(json.get("criteria").toString())
        .isEqualTo(
            "[{\"id\":\"producer.acks\",\"RIGHT\":0,\"WRONGLY_FAILED\":0,\"WRONGLY_PASSED\":1,"
                + "\"MISJUDGED\":0,\"NOT_JUDGED\":0}]");
    assertThat(json.at("/submissions/0/judgements/0").toString())
        .isEqualTo(
            "{\"criterion\":\"producer.acks\",\"verdict\":\"WRONGLY_PASSED\",\"expected\":\"FAILED\","
                + "\"outcome\":\"PASSED\",\"points\":4,\"message\":\"\",\"misconception\":null}");
  }

  @Test
  void itsJsonIsReadBackAndKeepsToItsSchema() throws IOException {
    JsonSchemaFile schema = JsonSchemaFile.at(SCHEMA);
    Certificate wrong =
        certificate(
            checked(BAD, result("producer.acks", OutcomeKind.PASSED, 4, "")),
            checked(GOOD, PASSED),
            checked(Trials.saying("it lags", Misconception.AUTO_COMMIT), REFUSED));
    Certificate empty = certificate(Plan.Extent.SOAK);

    for (Certificate certificate : List.of(wrong, empty)) {
      String json = CertificateJson.of(certificate);

      assertThat(schema.violations(json)).isEmpty();
      assertThat(new ObjectMapper().readValue(json, CertificateJson.Document.class))
          .isEqualTo(CertificateJson.Document.of(certificate));
    }
  }

  @Test
  void theSchemaRefusesOtherVerdictsAndMissingCounts() throws IOException {
    JsonSchemaFile schema = JsonSchemaFile.at(SCHEMA);
    String json = CertificateJson.of(certificate(checked(BAD, REFUSED)));

    assertThat(schema.violations(json)).isEmpty();
    assertThat(schema.violations(json.replace(" : \"RIGHT\"", " : \"FINE\""))).isNotEmpty();
    assertThat(schema.violations(json.replace("\"MISJUDGED\"", "\"OTHER\""))).isNotEmpty();
  }
}
