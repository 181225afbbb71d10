package dev.kafkalab.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.cli.file.ReportFormat;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.proof.JsonSchemaFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what we write for Gradescope to what Gradescope documents. */
class GradescopeContractTest {

  private static final String SCHEMA = "gradescope-results.schema.json";

  static List<GradedSubmission> whatCounts() {
    return MixedGrade.all().stream().filter(GradescopeContractTest::counts).toList();
  }

  static List<GradedSubmission> whatDoesNot() {
    return MixedGrade.all().stream().filter(graded -> !counts(graded)).toList();
  }

  @ParameterizedTest
  @MethodSource("whatCounts")
  void aGradingThatCountsIsAResult(GradedSubmission graded) throws IOException {
    assertThat(JsonSchemaFile.ofOurs(SCHEMA).violations(write(graded))).isEmpty();
  }

  /** Gradescope would add up what the tests have, so they must not have any. */
  @ParameterizedTest
  @MethodSource("whatDoesNot")
  void aGradingThatDoesNotCountIsNone(GradedSubmission graded) throws IOException {
    String written = write(graded);

    assertThat(JsonSchemaFile.ofOurs(SCHEMA).violations(written))
        .isNotEmpty()
        .allMatch(violation -> violation.contains("required property 'score'"));
    assertThat(written).doesNotContain("\"score\"", "\"max_score\"");
  }

  @Test
  void theSchemaKnowsWhatItAllows() throws IOException {
    JsonSchemaFile schema = JsonSchemaFile.ofOurs(SCHEMA);

    assertThat(schema.violations("{\"score\": 1}")).isEmpty();
    assertThat(schema.violations("{\"score\": \"1\"}")).isNotEmpty();
    assertThat(schema.violations("{\"score\": 1, \"output_format\": \"markdown\"}")).isNotEmpty();
    assertThat(schema.violations("{\"score\": 1, \"tests\": [{\"name\": \"a\", \"number\": 1}]}"))
        .isNotEmpty();
  }

  private static boolean counts(GradedSubmission graded) {
    return graded.isFinished() && !graded.grade().isIncomplete();
  }

  private static String write(GradedSubmission graded) {
    return ReportFormat.GRADESCOPE.write(graded, new Surroundings(Map.of(), ""));
  }
}
