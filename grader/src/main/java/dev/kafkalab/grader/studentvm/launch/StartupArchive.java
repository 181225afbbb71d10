package dev.kafkalab.grader.studentvm.launch;

import dev.kafkalab.grader.folder.HeldFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An archive of the classes that every student's JVM loads before it comes to the student's own: a
 * JVM that maps it starts in half the time (JEP 350, dynamic AppCDS).
 *
 * <p>It is made once for each build of the grader, after a grading. Without it all is as right, and
 * slower.
 */
public final class StartupArchive {

  private static final int SECONDS = 60;

  private static volatile @Nullable Process making;

  private StartupArchive() {}

  /** Returns the archive that belongs to a class path; null where there is none yet. */
  static @Nullable Path of(List<Path> classPath) {
    Path archive = fileFor(classPath);
    return Files.isReadable(archive) ? archive : null;
  }

  /**
   * Makes the archive where it is missing; on return it is there, or could not be made.
   *
   * @param classPath as {@link ChildClassPath#forRunning} gives it
   * @param bootstrapServers a broker to use once
   * @param topic a topic that exists there
   */
  public static void makeIfMissing(List<Path> classPath, String bootstrapServers, String topic) {
    Path archive = fileFor(classPath);
    if (Files.exists(archive) || !KeptJars.keepsBeside(archive)) {
      return;
    }
    try {
      Unfinished.removeLeftovers(archive);
      make(archive, jarsOf(classPath), bootstrapServers, topic);
    } catch (IOException e) {
      return; // a folder that cannot be written to: JVMs start more slowly, that is all
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends what makes an archive now: the grader itself is ending. */
  public static void giveUp() {
    Process process = making;
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private static void make(Path archive, List<Path> jars, String bootstrapServers, String topic)
      throws IOException, InterruptedException {
    Path unfinished = Unfinished.beside(archive);
    Process process =
        new ProcessBuilder(JvmProcess.archiving(jars, unfinished, bootstrapServers, topic))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    making = process;
    try {
      if (process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
        HeldFolder.readableForAll(unfinished);
        Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(unfinished);
    }
  }

  /** An archive can hold classes from jars only, and those must come first on the class path. */
  static List<Path> jarsOf(List<Path> classPath) {
    return classPath.stream().takeWhile(Files::isRegularFile).toList();
  }

  private static Path fileFor(List<Path> classPath) {
    List<Path> jars = jarsOf(classPath);
    return jars.get(jars.size() - 1).resolveSibling("startup.jsa");
  }
}
