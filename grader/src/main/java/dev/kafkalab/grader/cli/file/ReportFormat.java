package dev.kafkalab.grader.cli.file;

import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.Classroom50Result;
import dev.kafkalab.grader.report.CsvLine;
import dev.kafkalab.grader.report.CtrfReport;
import dev.kafkalab.grader.report.GithubAnnotations;
import dev.kafkalab.grader.report.GithubSummary;
import dev.kafkalab.grader.report.GradescopeResults;
import dev.kafkalab.grader.report.JsonReport;
import dev.kafkalab.grader.report.JunitXml;
import dev.kafkalab.grader.report.Surroundings;
import dev.kafkalab.grader.report.html.HtmlReport;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of reports for other programs and pages. */
public enum ReportFormat {
  JSON(JsonReport::of),
  JUNIT(JunitXml::of),
  GRADESCOPE(GradescopeResults::of),
  CLASSROOM50(Classroom50Result::of),
  CTRF(CtrfReport::of),
  GITHUB_SUMMARY(GithubSummary::of),
  GITHUB_ANNOTATIONS(GithubAnnotations::of),
  CSV(CsvLine::of),
  HTML(HtmlReport::of);

  private interface Writer {
    String write(GradedSubmission graded, Surroundings surroundings);
  }

  @SuppressWarnings("ImmutableEnumChecker") // each of these writers is
  private final Writer writer;

  ReportFormat(Writer writer) {
    this.writer = writer;
  }

  /** Finds a format by its name on the command line, such as {@code github-summary}. */
  public static Optional<ReportFormat> named(String name) {
    return Arrays.stream(values()).filter(format -> format.id().equals(name)).findFirst();
  }

  /** Returns the names of all. */
  public static List<String> names() {
    return Arrays.stream(values()).map(ReportFormat::id).toList();
  }

  private String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Writes a grading, finished or not; student text is escaped. */
  public String write(GradedSubmission graded, Surroundings surroundings) {
    return writer.write(graded, surroundings);
  }
}
