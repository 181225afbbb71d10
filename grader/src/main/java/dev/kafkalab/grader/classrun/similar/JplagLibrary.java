package dev.kafkalab.grader.classrun.similar;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Asks Maven for JPlag.
 *
 * <p>It is no dependency of the grader: its classes need a newer Java, and who does not compare
 * submissions has nothing to download.
 */
final class JplagLibrary {

  private static final Duration MOST = Duration.ofMinutes(10);

  private JplagLibrary() {}

  /**
   * Returns the class path of JPlag in the local repository, where Maven puts it the first time.
   *
   * @param root the root of the grader's repository
   * @param work a folder of ours
   * @throws NotCompared where there is no Maven, or it does not find JPlag
   */
  static String classPath(Path root, Path work) throws IOException, NotCompared {
    Path pom = root.resolve("grader").resolve("similar").resolve("pom.xml");
    if (!Files.exists(pom)) {
      throw new NotCompared(
          "This copy of the grader cannot compare submissions: use the whole repository.");
    }
    Path answer = work.resolve("jplag.classpath");
    Program.End end = maven(pom, answer);
    if (!end.isFine()) {
      throw new NotCompared(
          "Maven did not get JPlag, which compares submissions: %s. Look whether this machine reaches Maven Central."
              .formatted(end.words()));
    }
    return Files.readString(answer).strip();
  }

  private static Program.End maven(Path pom, Path answer) throws IOException, NotCompared {
    boolean isWindows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    List<String> goal =
        List.of(
            "-q",
            "-B",
            "-ntp",
            "-f",
            pom.toString(),
            "dependency:build-classpath",
            "-Dmdep.outputFile=" + answer.toAbsolutePath());
    try {
      return new Program(command(isWindows, goal), MOST).run(line -> {});
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw new NotCompared(
          "Maven gets JPlag, which compares submissions, but mvn was not found: install Maven 3.8 or newer.");
    }
  }

  /** On Windows Maven is a script, which only a shell can run. */
  static List<String> command(boolean isWindows, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(isWindows ? List.of("cmd", "/c", "mvn") : List.of("mvn"));
    command.addAll(arguments);
    return List.copyOf(command);
  }
}
