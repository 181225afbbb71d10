package dev.kafkalab.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.grader.cli.file.ReportFormat;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.proof.JsonSchemaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the CTRF report to its makers' own schema, which is published as an npm package only.
 *
 * <p>With {@code -Dproof.ctrf=required} it has to be there, for whoever has just fetched it.
 */
class CtrfSchemaTest {

  private static final Path FILE = Path.of("target", "ctrf", "ctrf-schema.json");

  @BeforeAll
  static void theSchemaIsHere() {
    boolean required = "required".equals(System.getProperty("proof.ctrf"));
    assumeTrue(
        required || Files.exists(FILE), "CTRF's schema is not here: .ci/ctrf-schema fetches it");
  }

  static List<GradedSubmission> gradings() {
    return MixedGrade.all();
  }

  @ParameterizedTest
  @MethodSource("gradings")
  void eachReportKeepsToIt(GradedSubmission graded) throws IOException {
    JsonSchemaFile schema = JsonSchemaFile.at(FILE);
    ObjectMapper json = new ObjectMapper();
    String written = ReportFormat.CTRF.write(graded, new Surroundings(Map.of(), ""));

    assertThat(schema.violations(written)).isEmpty();

    ObjectNode broken = (ObjectNode) json.readTree(written);
    broken.put("specVersion", "newest");
    assertThat(schema.violations(broken.toString())).isNotEmpty();
  }
}
