package dev.kafkalab.grader.cli.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.Conclusion;
import dev.kafkalab.grader.report.ConsoleReport;
import dev.kafkalab.grader.report.MixedGrade;
import dev.kafkalab.grader.report.Style;
import dev.kafkalab.grader.report.Surroundings;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a student names and prints is dead in every form that is shown as it is. */
class DeadReportsTest {

  private static final String NAME = "::error::\u001B[2J\u009B1m\u202E##[group]=1+1";
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u202A-\\u202E&&[^\\r\\n\\t]]");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*::|##\\w*\\[");

  private final GradedSubmission hostile = MixedGrade.hostileNamed(NAME);

  /** Those that are left out are JSON: a reader decodes it, and has to know where it shows it. */
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"JSON", "GRADESCOPE", "CLASSROOM50", "CTRF"})
  void noReportHasUnseenCharacters(ReportFormat format) {
    String written = format.write(hostile, new Surroundings(Map.of(), NAME));

    assertThat(UNSEEN.matcher(written).find()).as(written).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Style.class)
  void noLineOfTheConsoleIsACommand(Style style) {
    for (String shown :
        new String[] {
          ConsoleReport.of(hostile, style),
          String.join("\n", Conclusion.of(hostile, style)),
          ConsoleReport.summary(hostile.grade().results().get(0), style)
        }) {
      String plain = shown.replaceAll("\u001B\\[[0-9;]*m", "");
      assertThat(COMMAND.matcher(plain).find()).as(plain).isFalse();
      assertThat(UNSEEN.matcher(plain).find()).as(plain).isFalse();
    }
  }
}
