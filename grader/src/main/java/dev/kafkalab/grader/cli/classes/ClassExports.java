package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.export.ClassTable;
import dev.kafkalab.grader.classrun.export.FeedbackPages;
import dev.kafkalab.grader.classrun.export.FeedbackZip;
import dev.kafkalab.grader.classrun.export.GradescopeTable;
import dev.kafkalab.grader.classrun.export.MailText;
import dev.kafkalab.grader.classrun.export.fill.BrightspaceGrades;
import dev.kafkalab.grader.classrun.export.fill.CanvasGradebook;
import dev.kafkalab.grader.classrun.export.fill.Filled;
import dev.kafkalab.grader.classrun.export.fill.MoodleWorksheet;
import dev.kafkalab.grader.classrun.export.sheet.CsvSheet;
import dev.kafkalab.grader.classrun.export.sheet.SheetProblem;
import dev.kafkalab.grader.cli.classes.shared.ClassFiles;
import dev.kafkalab.grader.folder.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;

/** Makes all that was asked for first, and writes it only then. */
final class ClassExports {

  private final ClassExportTargets targets;
  private final ClassBook book;
  private final CommandLine command;
  private final PrintWriter out;
  private final Map<Path, byte[]> files = new LinkedHashMap<>();

  ClassExports(ClassExportTargets targets, ClassBook book, CommandLine command) {
    this.targets = targets;
    this.book = book;
    this.command = command;
    this.out = command.getOut();
  }

  /**
   * Writes the files, and accounts for them.
   *
   * @return whether something is left to decide
   * @throws SheetProblem where a sheet cannot be filled in: nothing is written
   */
  boolean write() throws IOException, SheetProblem {
    addTables();
    boolean needsDecision = addSheet();
    addPages();
    files.forEach(WholeFile::write);
    files.keySet().forEach(file -> line("%s was written.".formatted(file)));
    writeMail();
    List<String> open = ClassExportText.ofRun(book);
    open.forEach(this::line);
    out.flush();
    return needsDecision || !open.isEmpty();
  }

  private boolean addSheet() throws IOException, SheetProblem {
    Path source = targets.sheet();
    if (source == null) {
      return false;
    }
    CsvSheet sheet = CsvSheet.of(Files.readAllBytes(source));
    Filled filled = fill(sheet);
    files.put(Objects.requireNonNull(targets.to), sheet.bytes());
    out.print(ClassExportText.of(filled));
    return filled.needsDecision();
  }

  private Filled fill(CsvSheet sheet) throws SheetProblem {
    if (targets.moodle != null) {
      return MoodleWorksheet.fill(sheet, book);
    }
    return targets.canvas != null
        ? CanvasGradebook.fill(sheet, targets.assignment, book)
        : BrightspaceGrades.fill(sheet, Objects.requireNonNull(targets.item), book);
  }

  private void addTables() {
    if (targets.csv != null) {
      String table = ClassTable.of(book, ClassFiles.criteria(book), targets.form(command));
      files.put(targets.csv, table.getBytes(StandardCharsets.UTF_8));
    }
    if (targets.gradescope != null) {
      files.put(targets.gradescope, GradescopeTable.of(book).getBytes(StandardCharsets.UTF_8));
      long without = GradescopeTable.withoutAddress(book);
      if (without > 0) {
        line("Without an email address in %s: %s.".formatted(targets.gradescope, without));
      }
    }
  }

  private void addPages() throws IOException {
    if (targets.moodleFeedback != null) {
      add(targets.moodleFeedback, FeedbackPages.forMoodle(book));
    }
    if (targets.canvasFeedback != null) {
      Path source = Path.of(book.settings().source());
      add(targets.canvasFeedback, FeedbackPages.forCanvas(book, Downloaded.names(source)));
    }
  }

  private void add(Path file, FeedbackZip zip) throws IOException {
    files.put(file, zip.bytes());
    zip.leftOut().forEach(each -> line("Not in %s: %s.".formatted(file, each)));
    boolean isChanged =
        book.rows().stream()
            .map(ClassBook.Row::mark)
            .anyMatch(mark -> mark.penalty().signum() > 0 || !mark.byHand().isEmpty());
    line(
        "Students' pages in %s: %s%s."
            .formatted(
                file,
                zip.size(),
                isChanged ? ", without what lateness costs and what was given by hand" : ""));
  }

  private void line(String text) {
    out.println(ClassExportText.dead(text));
  }

  private void writeMail() throws IOException {
    if (targets.mail == null) {
      return;
    }
    Files.createDirectories(targets.mail);
    int count = 0;
    for (ClassBook.Row row : book.rows()) {
      Optional<String> mail = MailText.of(row);
      if (mail.isPresent()) {
        WholeFile.write(targets.mail.resolve(row.who().id() + ".txt"), mail.get());
        count++;
      }
    }
    line("Messages in %s: %s.".formatted(targets.mail, count));
  }
}
