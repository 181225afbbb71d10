package dev.kafkalab.grader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.rubric.CriterionInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds what students are handed to the rubric: whoever forgets one is told where to write what.
 */
class HandoutTest {

  private static final Path TEMPLATE = Path.of("../student-template");

  private static final Pattern ROW = Pattern.compile("(?m)^\\| \\d \\| `([a-z.-]+)` \\|.*\\|$");
  private static final Pattern HINT = Pattern.compile("(?m)^### `([a-z.-]+)`$");

  @Test
  void itsTableHasEachCriterionWithItsPoints() throws IOException {
    String readme = Files.readString(TEMPLATE.resolve("README.md"));

    List<String> rows = LabRubric.criteria().stream().map(HandoutTest::row).toList();

    assertThat(ROW.matcher(readme).results().map(MatchResult::group).toList())
        .as("student-template/README.md, the table of criteria: add the rows that are missing here")
        .isEqualTo(rows);
  }

  @Test
  void itsTableEndsWithTheSum() throws IOException {
    int sum =
        LabRubric.criteria().stream()
            .filter(criterion -> !criterion.task().isBonus())
            .mapToInt(CriterionInfo::points)
            .sum();

    assertThat(Files.readString(TEMPLATE.resolve("README.md")))
        .as("student-template/README.md, the table of criteria: correct the total")
        .contains(String.format(Locale.ROOT, "| | total | %d |", sum));
  }

  @Test
  void thereIsAHintForEachCriterion() throws IOException {
    String hints = Files.readString(TEMPLATE.resolve("HINTS.md"));

    assertThat(HINT.matcher(hints).results().map(each -> each.group(1)).toList())
        .as("student-template/HINTS.md: add a heading ### `ID` with hints for what is missing here")
        .containsExactlyInAnyOrderElementsOf(
            LabRubric.criteria().stream().map(CriterionInfo::id).toList());
  }

  private static String row(CriterionInfo criterion) {
    return String.format(
        Locale.ROOT,
        "| %d | `%s` | %d%s |",
        criterion.task().number(),
        criterion.id(),
        criterion.points(),
        criterion.task().isBonus() ? " extra" : "");
  }
}
