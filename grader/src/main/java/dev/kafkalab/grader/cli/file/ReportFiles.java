package dev.kafkalab.grader.cli.file;

import dev.kafkalab.grader.folder.WholeFile;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.Surroundings;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Writes a grading to the requested files, after each criterion. */
public final class ReportFiles {

  private static final String STANDARD_OUTPUT = "-";

  /**
   * A requested report.
   *
   * @param file a path, or {@code -} for standard output
   */
  public record Target(ReportFormat format, String file) {

    boolean isPrinted() {
      return file.equals(STANDARD_OUTPUT);
    }
  }

  /** Reads {@code FORMAT=FILE}. */
  public static final class Converter implements ITypeConverter<Target> {

    @Override
    public Target convert(String value) {
      int equals = value.indexOf('=');
      ReportFormat format =
          ReportFormat.named(equals < 0 ? value : value.substring(0, equals))
              .orElseThrow(() -> noSuch(value));
      if (equals < 0 || equals == value.length() - 1) {
        throw new TypeConversionException("'%s' names no file: use FORMAT=FILE".formatted(value));
      }
      return new Target(format, value.substring(equals + 1));
    }

    private static TypeConversionException noSuch(String value) {
      return new TypeConversionException(
          "'%s' is not FORMAT=FILE; the formats are %s"
              .formatted(value, String.join(", ", ReportFormat.names())));
    }
  }

  /** Lists the formats in the help text. */
  public static final class Formats implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return ReportFormat.names().iterator();
    }
  }

  private final List<Target> targets;
  private final Surroundings surroundings;

  /**
   * Takes what was requested.
   *
   * @param pathPrefix what stands before the submission's paths
   */
  public ReportFiles(List<Target> targets, String pathPrefix) {
    this.targets = List.copyOf(targets);
    this.surroundings = new Surroundings(System.getenv(), pathPrefix);
  }

  /** Returns the files among them. */
  public static List<Path> filesOf(List<Target> targets) {
    return targets.stream()
        .filter(target -> !target.isPrinted())
        .map(target -> Path.of(target.file()))
        .toList();
  }

  /**
   * Writes the results so far, so that they survive if the grading is killed. A write that fails
   * here is repeated when the grading is finished.
   */
  public synchronized void write(Supplier<GradedSubmission> soFar) {
    if (targets.stream().allMatch(Target::isPrinted)) {
      return;
    }
    try {
      writeFiles(soFar.get());
    } catch (UncheckedIOException e) {
      return; // finish() reports it
    }
  }

  /** Writes the finished grading, and prints the reports for standard output. */
  public synchronized void finish(GradedSubmission graded, PrintWriter out) {
    writeFiles(graded);
    targets.stream()
        .filter(Target::isPrinted)
        .forEach(target -> out.print(target.format().write(graded, surroundings)));
    out.flush();
  }

  private void writeFiles(GradedSubmission graded) {
    targets.stream()
        .filter(target -> !target.isPrinted())
        .forEach(
            target ->
                WholeFile.write(
                    Path.of(target.file()), target.format().write(graded, surroundings)));
  }
}
