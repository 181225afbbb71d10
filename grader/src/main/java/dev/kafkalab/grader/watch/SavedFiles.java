package dev.kafkalab.grader.watch;

import dev.kafkalab.grader.submission.ResourceFiles;
import dev.kafkalab.grader.submission.SourceSearch;
import dev.kafkalab.grader.submission.Submission;
import dev.kafkalab.grader.submission.answers.AnswersFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Waits until somebody saves one of the files that are judged: the Java sources, the resources, and
 * the answers.
 *
 * <p>It looks at their times and sizes again and again. The system's own notices come late on some
 * systems, not at all from a folder that is shared with a container, and for one folder only.
 */
final class SavedFiles {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private record Stamp(long modified, long size, Object file) {}

  private final Path folder;
  private Map<String, Stamp> known;

  /** Notes how the files are now. */
  SavedFiles(Path folder) {
    this.folder = folder;
    this.known = look();
  }

  /**
   * Waits, without a bound, until some file was changed, added or removed since the last look, and
   * all are as they were a moment before: an editor may write a file in several steps.
   *
   * @return the paths below the folder, in their order
   */
  List<String> awaitChange() {
    Map<String, Stamp> before = known;
    Awaitility.await("a saved file")
        .forever()
        .pollDelay(Duration.ZERO)
        .pollInterval(PAUSE)
        .until(() -> hasSettled(before));
    return Stream.concat(before.keySet().stream(), known.keySet().stream())
        .distinct()
        .filter(name -> !Objects.equals(before.get(name), known.get(name)))
        .sorted()
        .toList();
  }

  private boolean hasSettled(Map<String, Stamp> before) {
    Map<String, Stamp> now = look();
    boolean settled = now.equals(known) && !now.equals(before);
    known = now;
    return settled;
  }

  private Map<String, Stamp> look() {
    Map<String, Stamp> stamps = new HashMap<>();
    try {
      Submission submission = Submission.in(folder);
      for (Path file : SourceSearch.through(submission).files()) {
        note(submission, file, stamps);
      }
      for (Path file : ResourceFiles.of(submission).files()) {
        note(submission, file, stamps);
      }
      note(submission, submission.folder().resolve(AnswersFile.NAME), stamps);
    } catch (IOException | UncheckedIOException e) {
      return stamps; // somebody moves the folder, or files in it: the next look tells
    }
    return stamps;
  }

  private static void note(Submission submission, Path file, Map<String, Stamp> stamps)
      throws IOException {
    if (Files.exists(file)) {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      stamps.put(
          submission.shown(file),
          new Stamp(
              found.lastModifiedTime().toMillis(),
              found.size(),
              Objects.requireNonNullElse(found.fileKey(), "")));
    }
  }
}
