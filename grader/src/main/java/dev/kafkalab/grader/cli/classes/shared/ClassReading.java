package dev.kafkalab.grader.cli.classes.shared;

import dev.kafkalab.grader.cli.process.Complaint;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.handin.ClassIntake;
import dev.kafkalab.grader.handin.HandedIn;
import dev.kafkalab.grader.handin.IntakeListener;
import dev.kafkalab.grader.handin.archive.ArchiveRefusal;
import dev.kafkalab.grader.handin.roster.Roster;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * How every command reads a class.
 *
 * @param roster the list of the class; null if there is none
 * @param isStrict whether nothing is mended
 * @param command complains where the submissions, or the list, cannot be opened
 */
public record ClassReading(
    Path source, @Nullable Path roster, boolean isStrict, CommandLine command) {

  /**
   * Reads it.
   *
   * @param work an empty folder of ours: copies are below it
   */
  public HandedIn into(Path work, IntakeListener listener) throws IOException {
    Roster known = roster == null ? Roster.NONE : ClassSourceCheck.roster(roster, command);
    try {
      return new ClassIntake(work, isStrict).readAll(source, known, listener);
    } catch (ArchiveRefusal e) {
      throw new Complaint(command, DeadText.of(e.feedback().message() + " " + e.feedback().hint()));
    }
  }
}
