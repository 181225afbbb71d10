package dev.kafkalab.grader.classrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
  private static final String SETTINGS = "run.json";
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
    if (Files.isDirectory(folder) && !Files.exists(folder.resolve(SETTINGS)) && !isEmpty(folder)) {
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
    return Files.exists(folder.resolve(SETTINGS));
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
    Path file = folder.resolve(SETTINGS);
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
    WholeFile.write(folder.resolve(SETTINGS), JsonText.of(settings));
  }

  /** Writes a participant's report, as JSON and as a page. */
  void write(String id, String json, String html) {
    WholeFile.write(folder.resolve("feedback").resolve(id + ".html"), html);
    WholeFile.write(result(id), json);
  }

  /** Writes another file of the run, such as {@code class.csv}. */
  public void write(String name, String text) {
    WholeFile.write(folder.resolve(name), text);
  }

  private Path result(String id) {
    return folder.resolve("results").resolve(id + ".json");
  }

  /** Returns a participant's points; empty if there is no report that can be read. */
  Optional<Points> points(String id) {
    try {
      return Optional.of(JSON.readValue(result(id).toFile(), Points.class));
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
    List<LogLine> lines = new ArrayList<>();
    if (!Files.exists(file)) {
      return lines;
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    text.lines().forEach(line -> read(line).ifPresent(lines::add));
    if (!text.isEmpty() && !text.endsWith("\n")) {
      Files.writeString(file, "\n", StandardOpenOption.APPEND);
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
