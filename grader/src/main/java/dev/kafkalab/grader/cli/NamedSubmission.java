package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.handin.ClassIntake;
import dev.kafkalab.grader.handin.archive.ArchiveKind;
import dev.kafkalab.grader.handin.mend.Reading;
import dev.kafkalab.grader.handin.mend.Reading.Gradable;
import dev.kafkalab.grader.handin.mend.Reading.Refused;
import dev.kafkalab.grader.handin.mend.Remark;
import dev.kafkalab.grader.resources.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The folder or archive that a command line names, read as it would be in a class. A folder without
 * a reading is graded as it is: then the compiler says what is wrong with it.
 */
final class NamedSubmission implements AutoCloseable {

  private final Path named;
  private final WorkFolder work = new WorkFolder();
  private final Thread onInterrupt = new Thread(work::delete, "remove-copy");
  private final Optional<Reading> reading;

  private NamedSubmission(Path named) throws IOException {
    this.named = named;
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    this.reading = reading();
  }

  private Optional<Reading> reading() throws IOException {
    if (isArchive(named)) {
      return Optional.of(ClassIntake.readOne(named, work::path));
    }
    try {
      return Files.isDirectory(named)
          ? Optional.of(ClassIntake.readOne(named, work::path))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads it.
   *
   * @throws IOException where our own disk fails
   */
  static NamedSubmission read(Path named) throws IOException {
    return new NamedSubmission(named);
  }

  /** Returns whether a path names an archive, which may turn out to be none that is opened. */
  static boolean isArchive(Path named) {
    return Files.isRegularFile(named) && ArchiveKind.isNamed(named.toString());
  }

  /** Returns the folder to grade: the named one, if it is right or cannot be read otherwise. */
  Path folder() {
    return copy().map(Gradable::folder).orElse(named);
  }

  private Optional<Gradable> copy() {
    return reading
        .filter(Gradable.class::isInstance)
        .map(Gradable.class::cast)
        .filter(Gradable::isCopy);
  }

  /** Returns what stands before the paths of a report, so that they lead to the named folder. */
  String pathPrefix(String prefix) {
    String place = Files.isDirectory(named) ? copy().map(Gradable::place).orElse("") : "";
    if (place.isEmpty()) {
      return prefix;
    }
    return prefix.isEmpty() ? place : prefix + "/" + place;
  }

  /** Returns what was done to read it, in one sentence; empty if nothing was. */
  Optional<String> remark() {
    return copy()
        .map(
            copy ->
                copy.remarks().stream()
                    .filter(remark -> remark.kind() != Remark.Kind.LEFT_OUT)
                    .map(Remark::phrase)
                    .collect(Collectors.joining("; ")))
        .map(done -> "Graded in a copy: " + DeadText.of(done) + ".");
  }

  /** Returns why an archive cannot be graded; a folder is left to the compiler. */
  Optional<Feedback> refusal() {
    return reading
        .filter(each -> isArchive(named))
        .filter(Refused.class::isInstance)
        .map(each -> ((Refused) each).problems().get(0));
  }

  /** Removes the copy, if there is one. */
  @Override
  public void close() {
    work.delete();
    try {
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    } catch (IllegalStateException e) {
      return; // it is running
    }
  }
}
