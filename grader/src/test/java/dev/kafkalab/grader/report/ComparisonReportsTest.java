package dev.kafkalab.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.kafkalab.grader.compare.Comparison;
import dev.kafkalab.grader.compare.Solutions;
import dev.kafkalab.grader.report.html.ComparisonHtml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ComparisonReportsTest {

  private static final Path SCHEMA = Path.of("..", "docs", "schema", "compare-v1.schema.json");
  private static final String HOSTILE = "<script>alert(1)</script>\u001B[31m";

  private final Comparison comparison = Solutions.comparison("mine");

  @Test
  void theTerminalIsToldWhereTheTwoParted() {
    assertThat(ComparisonText.of(comparison, Style.PLAIN))
        .isEqualTo(
            """
            mine compared with reference-solution
            Kafka 4.4.0 (embedded), isolation: process, seed 7

                                          submission                                reference
              points                      4 of 14                                   14 of 14
              producer.acks               ✓  4/4  passed                            =
              consumer.manual-commit      ✗  0/10 failed                            ✓ 10/10 passed

            consumer.manual-commit
              ✗ submission  4 was committed earlymine
                            at mine.java:9
              ✓ reference   commits come after the work
                consumer enable.auto.commit  submission  truemine
                                             reference   false
                consumer.commitSync()        submission  not called
                                             reference   at B.java:7
                commits                      submission  1 for 10 events (0.10 per event)
                                             reference   8 for 10 events (0.80 per event)
                partition 1
                  submission        reference
                  handled 0 to 3    handled 0 to 4
                  committed 9       committed 5
                  ^ 4 was not handled yetmine
                                  > stop()

            Other differences, which did not affect any result
                producer linger.ms  submission  5
                                    reference   0
            """);
  }

  @Test
  void jsonKeepsToItsSchema() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);

    assertThat(schema.validate(ComparisonJson.of(comparison), InputFormat.JSON)).isEmpty();
    assertThat(schema.validate(ComparisonJson.of(Solutions.comparison(HOSTILE)), InputFormat.JSON))
        .isEmpty();
    assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void whatAStudentWroteIsDeadTextInEach() {
    Comparison hostile = Solutions.comparison(HOSTILE);

    assertThat(ComparisonText.of(hostile, Style.PLAIN)).doesNotContain("\u001B");
    assertThat(ComparisonHtml.of(hostile)).doesNotContain("<script").doesNotContain("\u001B");
  }

  @Test
  void thePageHasVerdictsTraitsAndSteps() {
    assertThat(ComparisonHtml.of(comparison))
        .contains("<title>mine compared with reference-solution</title>")
        .contains("<a href=\"#consumer.manual-commit\">")
        .contains("consumer enable.auto.commit</code></th><td>truemine</td><td>false</td>")
        .contains("<td>committed 9</td><td>committed 5</td>")
        .contains("▲ 4 was not handled yetmine")
        .contains("producer linger.ms");
  }
}
