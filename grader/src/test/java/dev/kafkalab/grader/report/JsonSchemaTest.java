package dev.kafkalab.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.proof.JsonSchemaFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the JSON report to the schema that is published for it. */
class JsonSchemaTest {

  private static final Path FILE = Path.of("..", "docs", "schema", "grade-v1.schema.json");

  static List<GradedSubmission> gradings() {
    return MixedGrade.all();
  }

  @ParameterizedTest
  @MethodSource("gradings")
  void eachReportKeepsToItsSchema(GradedSubmission graded) throws IOException {
    JsonSchemaFile schema = JsonSchemaFile.at(FILE);

    assertThat(schema.violations(JsonReport.of(graded))).isEmpty();
    assertThat(schema.violations("{}")).isNotEmpty();
  }
}
