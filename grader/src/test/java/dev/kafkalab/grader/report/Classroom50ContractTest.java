package dev.kafkalab.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kafkalab.grader.cli.file.ReportFormat;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.proof.JsonSchemaFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what we write for Classroom 50 to what its runner accepts. */
class Classroom50ContractTest {

  private static final Surroundings RUNNER =
      new Surroundings(
          Map.of(
              "CLASSROOM", "streams",
              "ASSIGNMENT", "kafka",
              "SUBMISSION_TAG", "submit/2026-06-01T14-32-05Z-a1b2c3d",
              "COMMIT_URL", "https://host/c",
              "RELEASE_URL", "https://host/r"),
          "");

  static List<GradedSubmission> gradings() {
    return MixedGrade.all();
  }

  @ParameterizedTest
  @MethodSource("gradings")
  void eachResultIsOfTheDocumentedForm(GradedSubmission graded) throws IOException {
    assertThat(schema().violations(write(graded))).isEmpty();
  }

  /** The runner refuses such a result, and the student would have handed in nothing. */
  @ParameterizedTest
  @MethodSource("gradings")
  void noScoreIsAboveItsMaximum(GradedSubmission graded) throws IOException {
    JsonNode root = new ObjectMapper().readTree(write(graded));

    assertWithinMaximum(root);
    root.get("tests").forEach(Classroom50ContractTest::assertWithinMaximum);
  }

  @Test
  void theSchemaKnowsWhatItAllows() throws IOException {
    String good = write(MixedGrade.mixed());

    assertThat(schema().violations(good.replace("submit/2026", "main"))).isNotEmpty();
    assertThat(schema().violations(good.replace("\"passed\" : true", "\"passed\" : \"yes\"")))
        .isNotEmpty();
    assertThat(schema().violations(good.replace("\"schema\"", "\"scheme\""))).isNotEmpty();
  }

  private static void assertWithinMaximum(JsonNode scored) {
    assertThat(scored.get("score").asInt()).isLessThanOrEqualTo(scored.get("max-score").asInt());
  }

  private static JsonSchemaFile schema() throws IOException {
    return JsonSchemaFile.ofOurs("classroom50-result.schema.json");
  }

  private static String write(GradedSubmission graded) {
    return ReportFormat.CLASSROOM50.write(graded, RUNNER);
  }
}
