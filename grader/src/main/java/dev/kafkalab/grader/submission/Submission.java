package dev.kafkalab.grader.submission;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Names a student's folder and where its Java sources are.
 *
 * @param name the folder's own name, for reports
 * @param folder its real path: that the folder was named through a symbolic link is the business of
 *     who named it
 * @param sourceRoot {@code src/main/java} where the folder is a Maven module, else the folder
 */
public record Submission(String name, Path folder, Path sourceRoot) {

  private static final Path MAVEN_SOURCES = Path.of("src", "main", "java");

  /**
   * Looks at an existing folder; nothing in it is read yet.
   *
   * @throws IOException where there is no such folder
   */
  public static Submission in(Path folder) throws IOException {
    Path real = folder.toRealPath();
    Path mavenSources = real.resolve(MAVEN_SOURCES);
    Path name = real.getFileName();
    return new Submission(
        name == null ? real.toString() : name.toString(),
        real,
        Files.isDirectory(mavenSources) ? mavenSources : real);
  }

  /** Returns whether only {@code src/main/java} counts. */
  boolean isMavenModule() {
    return !sourceRoot.equals(folder);
  }

  /** Returns a file's path as the student sees it: below the folder, with slashes everywhere. */
  public String shown(Path file) {
    return folder.relativize(file).toString().replace(File.separatorChar, '/');
  }
}
