package dev.kafkalab.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.kafkalab.grader.grade.GradedSubmission;
import java.io.IOException;
import java.nio.file.Files;
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
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(FILE), InputFormat.JSON);

    assertThat(schema.validate(JsonReport.of(graded), InputFormat.JSON)).isEmpty();
    assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
  }
}
