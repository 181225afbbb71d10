package dev.kafkalab.grader.cli.classes.shared;

import dev.kafkalab.grader.cli.file.NamedPaths;
import dev.kafkalab.grader.cli.process.Complaint;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.handin.roster.Roster;
import dev.kafkalab.grader.handin.roster.RosterFile;
import dev.kafkalab.grader.handin.roster.RosterProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Checks what a user names for a class, and reads its list. */
public final class ClassSourceCheck {

  private ClassSourceCheck() {}

  /** Complains where the submissions, or the list of the class, cannot be read. */
  public static void check(Path source, @Nullable String roster, CommandLine command) {
    NamedPaths named = new NamedPaths(command);
    if (Files.isRegularFile(source)) {
      named.checkReadable(source);
    } else {
      named.checkFolder(source);
    }
    if (roster != null) {
      named.checkReadable(Path.of(roster));
    }
  }

  /** Reads the list of the class, or complains. */
  public static Roster roster(Path file, CommandLine command) throws IOException {
    new NamedPaths(command).checkReadable(file);
    try {
      return RosterFile.read(file);
    } catch (RosterProblem e) {
      throw new Complaint(command, DeadText.of(e.sentence()));
    }
  }
}
