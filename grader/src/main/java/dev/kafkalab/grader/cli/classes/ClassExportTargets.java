package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.classrun.export.CsvForm;
import dev.kafkalab.grader.cli.classes.shared.CsvOptions;
import dev.kafkalab.grader.cli.file.NamedPaths;
import dev.kafkalab.grader.cli.process.Complaint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a class is exported to. */
final class ClassExportTargets {

  @Option(
      names = "--moodle",
      paramLabel = "SHEET",
      description = "fill in the grading worksheet that Moodle hands out; needs --to")
  @Nullable Path moodle;

  @Option(
      names = "--canvas",
      paramLabel = "SHEET",
      description = "fill in the gradebook that Canvas exports; needs --to")
  @Nullable Path canvas;

  @Option(
      names = "--assignment",
      paramLabel = "NAME",
      description =
          "the column of Canvas' gradebook: 'TITLE (ID)', the ID or the title (default: the only "
              + "assignment)")
  String assignment = "";

  @Option(
      names = "--brightspace",
      paramLabel = "SHEET",
      description = "fill in the grades that Brightspace exports; needs --item and --to")
  @Nullable Path brightspace;

  @Option(
      names = "--item",
      paramLabel = "NAME",
      description = "the name of the grade item in Brightspace")
  @Nullable String item;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "where to write the sheet that was filled in")
  @Nullable Path to;

  @Option(
      names = "--moodle-feedback",
      paramLabel = "ZIP",
      description = "the students' pages, for Moodle's 'Upload multiple feedback files in a zip'")
  @Nullable Path moodleFeedback;

  @Option(
      names = "--canvas-feedback",
      paramLabel = "ZIP",
      description = "the students' pages, for Canvas' 'Upload submissions'")
  @Nullable Path canvasFeedback;

  @Option(
      names = "--gradescope",
      paramLabel = "FILE",
      description = "a table with address, name, student id and points")
  @Nullable Path gradescope;

  @Option(names = "--csv", paramLabel = "FILE", description = "the run's table, class.csv")
  @Nullable Path csv;

  @Mixin private CsvOptions form = new CsvOptions();

  @Option(
      names = "--mail",
      paramLabel = "DIR",
      description = "a message to each student as a text file, ID.txt")
  @Nullable Path mail;

  /** Returns the sheet to fill in; null if there is none. */
  @Nullable Path sheet() {
    return Stream.of(moodle, canvas, brightspace).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** Complains about what does not fit together or cannot be read or written. */
  void check(CommandLine command) throws IOException {
    NamedPaths named = new NamedPaths(command);
    Path sheet = sheet();
    List<Path> outputs =
        Stream.of(to, moodleFeedback, canvasFeedback, gradescope, csv)
            .filter(Objects::nonNull)
            .toList();
    if (sheet == null && mail == null && outputs.isEmpty()) {
      throw new Complaint(
          command, "Name what to export to, such as: --moodle worksheet.csv --to graded.csv");
    }
    checkSheet(sheet, command);
    form(command);
    if (sheet != null) {
      named.checkReadable(sheet);
    }
    named.checkReports(outputs);
    for (Path output : outputs) {
      if (sheet != null && Files.exists(output) && Files.isSameFile(sheet, output)) {
        throw new Complaint(
            command, "The sheet %s stays as it is: name another file.".formatted(sheet));
      }
    }
    if (mail != null && Files.exists(mail) && !Files.isDirectory(mail)) {
      throw new Complaint(command, "%s is a file: name a folder.".formatted(mail));
    }
  }

  private void checkSheet(@Nullable Path sheet, CommandLine command) {
    if (Stream.of(moodle, canvas, brightspace).filter(Objects::nonNull).count() > 1) {
      throw new Complaint(command, "One sheet at a time can be filled in.");
    }
    if ((sheet == null) != (to == null)) {
      throw new Complaint(
          command,
          sheet == null
              ? "--to is where a sheet is written: name one with --moodle, --canvas or --brightspace."
              : "Name with --to where to write the sheet that was filled in.");
    }
    if ((brightspace == null) != (item == null)) {
      throw new Complaint(command, "--brightspace and --item belong together.");
    }
    if (canvas == null && !assignment.isEmpty()) {
      throw new Complaint(command, "--assignment belongs to --canvas.");
    }
  }

  /** Returns how the run's table is written, or complains. */
  CsvForm form(CommandLine command) {
    return form.form(command);
  }
}
