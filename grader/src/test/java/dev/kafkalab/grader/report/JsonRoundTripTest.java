package dev.kafkalab.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kafkalab.grader.compare.Comparison;
import dev.kafkalab.grader.compare.Solutions;
import dev.kafkalab.grader.grade.GradedSubmission;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads each JSON report back into the records it was written from: nothing is lost. */
class JsonRoundTripTest {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Surroundings RUNNER =
      new Surroundings(Map.of("CLASSROOM", "streams", "COMMIT_URL", "https://host/c"), "lab");

  static List<GradedSubmission> gradings() {
    return MixedGrade.all();
  }

  @ParameterizedTest
  @MethodSource("gradings")
  void aGradingIsReadBack(GradedSubmission graded) throws IOException {
    assertThat(JSON.readValue(JsonReport.of(graded), JsonReport.Document.class))
        .isEqualTo(JsonReport.Document.of(graded));
  }

  @ParameterizedTest
  @MethodSource("gradings")
  void whatGradescopeGetsIsReadBack(GradedSubmission graded) throws IOException {
    assertThat(
            JSON.readValue(GradescopeResults.of(graded, RUNNER), GradescopeResults.Document.class))
        .isEqualTo(GradescopeResults.Document.of(graded));
  }

  @ParameterizedTest
  @MethodSource("gradings")
  void whatClassroom50GetsIsReadBack(GradedSubmission graded) throws IOException {
    assertThat(
            JSON.readValue(Classroom50Result.of(graded, RUNNER), Classroom50Result.Document.class))
        .isEqualTo(Classroom50Result.Document.of(graded, RUNNER));
  }

  @ParameterizedTest
  @MethodSource("gradings")
  void ctrfIsReadBack(GradedSubmission graded) throws IOException {
    assertThat(JSON.readValue(CtrfReport.of(graded, RUNNER), CtrfReport.Document.class))
        .isEqualTo(CtrfReport.Document.of(graded, RUNNER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mine", "<script>alert(1)</script>\u001B[31m"})
  void aComparisonIsReadBack(String name) throws IOException {
    Comparison comparison = Solutions.comparison(name);

    assertThat(JSON.readValue(ComparisonJson.of(comparison), ComparisonJson.Document.class))
        .isEqualTo(ComparisonJson.Document.of(comparison));
  }

  @Test
  void anotherNameIsNoticed() throws IOException {
    GradedSubmission graded = MixedGrade.mixed();
    String renamed = JsonReport.of(graded).replace("\"blockedBy\"", "\"blocker\"");

    assertThat(JSON.readValue(renamed, JsonReport.Document.class))
        .isNotEqualTo(JsonReport.Document.of(graded));
  }
}
