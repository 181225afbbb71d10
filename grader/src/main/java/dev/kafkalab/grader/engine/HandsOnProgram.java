package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.resources.Compiling;
import dev.kafkalab.grader.resources.WorkFolder;
import dev.kafkalab.grader.studentvm.launch.ChildClassPath;
import dev.kafkalab.grader.submission.PreparedSubmission;
import dev.kafkalab.grader.submission.PreparedSubmission.Ready;
import dev.kafkalab.grader.submission.PreparedSubmission.Refused;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of a submission's two programs, compiled as for a grading, for its author to run by hand.
 *
 * <p>It is run as it is: with Kafka's own clients, on this terminal, and with nothing of the grader
 * beside it.
 */
public final class HandsOnProgram implements AutoCloseable {

  private final String mainClass;
  private final WorkFolder folder = new WorkFolder();
  private final PreparedSubmission prepared;

  private HandsOnProgram(Path submission, String mainClass) {
    this.mainClass = mainClass;
    this.prepared =
        Compiling.of(submission, attempt -> folder.path().resolve("submission")).once(1);
  }

  /**
   * Compiles a submission.
   *
   * @param submission its folder
   * @param mainClass the program's class, with its package
   */
  public static HandsOnProgram of(Path submission, String mainClass) {
    OneLocale.use();
    return new HandsOnProgram(submission, mainClass);
  }

  /** Returns why it cannot be run; empty if it can. */
  public List<Feedback> problems() {
    if (prepared instanceof Refused refused) {
      return refused.problems();
    }
    return Files.exists(classes().resolve(mainClass.replace('.', '/') + ".class"))
        ? List.of()
        : List.of(
            Feedback.of(
                "There is no class " + mainClass + ".",
                "Keep the template's name and package: the lab's programs are started by them."));
  }

  /** Returns what it runs with; there is such a thing where it has no problems. */
  public String classPath() {
    return Stream.concat(ChildClassPath.forPrograms().stream(), Stream.of(classes()))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Path classes() {
    if (prepared instanceof Ready ready) {
      return ready.classes();
    }
    throw new IllegalStateException("it does not compile");
  }

  /** Deletes what was compiled. */
  @Override
  public void close() {
    folder.delete();
  }
}
