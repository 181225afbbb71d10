package dev.kafkalab.grader.cli.process;

import dev.kafkalab.grader.folder.HeldFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folder with the jars that {@code lab} runs; those of earlier builds are next to it.
 *
 * @param folder where it is
 */
public record Build(Path folder) {

  /** The system property in which {@code lab} passes this folder. */
  private static final String PROPERTY = "kafkalab.build";

  private static final Pattern NAME = Pattern.compile("\\d{8}-\\d{6}-\\d+");

  /** By then every launcher that chose the previous build has locked it. */
  private static final Duration UNTIL_HELD = Duration.ofMinutes(1);

  /** Returns that of this process; empty if it was not started by {@code lab}. */
  public static Optional<Build> own() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(Build::new);
  }

  /** Protects the build of this process from removal, and removes those no longer needed. */
  public static void hold() {
    Build build = own().orElse(null);
    if (build == null) {
      return;
    }
    HeldFolder.hold(build.folder());
    try {
      build.removeOld();
    } catch (IOException e) {
      return; // the next process that can read them removes them
    }
  }

  void removeOld() throws IOException {
    Path current = folder.resolveSibling("current");
    Instant made = Files.getLastModifiedTime(current).toInstant();
    if (made.isBefore(Instant.now().minus(UNTIL_HELD))) {
      String name = Files.readString(current).strip();
      HeldFolder.removeOthers(
          folder, other -> NAME.matcher(other).matches() && !other.equals(name));
    }
  }
}
