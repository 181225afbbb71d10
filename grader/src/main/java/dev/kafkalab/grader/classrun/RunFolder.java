package dev.kafkalab.grader.classrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.ClassRecord;
import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.book.Policy;
import dev.kafkalab.grader.classrun.book.RunProblem;
import dev.kafkalab.grader.classrun.book.RunSettings;
import dev.kafkalab.grader.folder.WholeFile;
import dev.kafkalab.grader.report.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a run.
 *
 * <p>Each is written whole or, as the log, line by line: whoever kills the grader leaves a run that
 * can be gone on with. One grader at a time has it.
 */
public final class RunFolder implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LOG = "log.jsonl";

  private final Path folder;
  private final FileChannel lock;

  private RunFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Opens a run, or makes the folder of a new one.
   *
   * @throws RunProblem where another grader has it, or it has files that are no run's
   * @throws IOException where it cannot be written to
   */
  public static RunFolder open(Path folder) throws IOException, RunProblem {
    if (Files.isDirectory(folder)
        && !Files.exists(folder.resolve(ClassBook.SETTINGS))
        && !isEmpty(folder)) {
      throw new RunProblem(
          "'%s' has files, but no run: name a new folder for the results.".formatted(folder));
    }
    Files.createDirectories(folder.resolve("results"));
    Files.createDirectories(folder.resolve("feedback"));
    FileChannel lock =
        FileChannel.open(
            folder.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock.tryLock() != null) {
        return new RunFolder(folder, lock);
      }
    } catch (OverlappingFileLockException e) {
      // this process has it
    }
    lock.close();
    throw new RunProblem("Another grader is at work in '%s'.".formatted(folder));
  }

  /** Returns whether a folder has a run. */
  public static boolean isRun(Path folder) {
    return Files.exists(folder.resolve(ClassBook.SETTINGS));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.noneMatch(file -> !file.endsWith("run.lock") && !isEmptyFolder(file));
    }
  }

  private static boolean isEmptyFolder(Path file) {
    try {
      return Files.isDirectory(file) && isEmpty(file);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Returns what its gradings have in common; empty for a new run.
   *
   * @throws RunProblem where it cannot be read
   */
  public Optional<RunSettings> settings() throws IOException, RunProblem {
    Path file = folder.resolve(ClassBook.SETTINGS);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      RunSettings settings = JSON.readValue(file.toFile(), RunSettings.class);
      if (RunSettings.SCHEMA.equals(settings.schema())) {
        return Optional.of(settings);
      }
    } catch (JsonProcessingException e) {
      // told below
    }
    throw new RunProblem("'%s' is no run of this grader: name another folder.".formatted(folder));
  }

  /** Begins a run with these settings. */
  public void begin(RunSettings settings) {
    WholeFile.write(folder.resolve(ClassBook.SETTINGS), JsonText.of(settings));
  }

  /** Writes a student's report, as JSON and as a page. */
  void write(String id, String json, String html) {
    WholeFile.write(ClassBook.pageFile(folder, id), html);
    WholeFile.write(ClassBook.reportFile(folder, id), json);
  }

  /** Writes another file of the run, such as {@code class.csv}. */
  public void write(String name, String text) {
    WholeFile.write(folder.resolve(name), text);
  }

  /** Returns a student's report; empty if there is none that can be read. */
  Optional<GradeReport> report(String id) {
    try {
      return Optional.of(
          JSON.readValue(ClassBook.reportFile(folder, id).toFile(), GradeReport.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns what applies to lateness. */
  public Policy policy() throws IOException {
    Path file = folder.resolve(ClassBook.POLICY);
    return Files.exists(file) ? JSON.readValue(file.toFile(), Policy.class) : Policy.NONE;
  }

  /** Returns where everybody stood when it was last written; empty for a new run. */
  Optional<ClassRecord> record() {
    try {
      return Optional.of(
          JSON.readValue(folder.resolve(ClassBook.RECORD).toFile(), ClassRecord.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Adds a line to the log. */
  synchronized void log(LogLine line) {
    try {
      Files.writeString(
          folder.resolve(LOG),
          JSON.writeValueAsString(line) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("The log of the run cannot be written", e);
    }
  }

  /** Returns the log so far; a line that a killed grader has not finished is left out. */
  synchronized List<LogLine> log() throws IOException {
    Path file = folder.resolve(LOG);
    if (Files.exists(file) && !Files.readString(file, StandardCharsets.UTF_8).endsWith("\n")) {
      Files.writeString(file, "\n", StandardOpenOption.APPEND);
    }
    return logOf(folder);
  }

  /** Returns the log of a run that somebody else may have. */
  static List<LogLine> logOf(Path run) throws IOException {
    Path file = run.resolve(LOG);
    List<LogLine> lines = new ArrayList<>();
    if (Files.exists(file)) {
      Files.readString(file, StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> read(line).ifPresent(lines::add));
    }
    return lines;
  }

  private static Optional<LogLine> read(String line) {
    try {
      return Optional.of(JSON.readValue(line, LogLine.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
