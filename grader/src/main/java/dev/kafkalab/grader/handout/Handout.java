package dev.kafkalab.grader.handout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What students get: the template, the interfaces, the launcher, and the grader as jars.
 *
 * @param root the grader's repository
 * @param build the folder of the grader's jars, as the launcher made it
 */
public record Handout(Path root, Path build) {

  /** Where the launcher looks for a grader that needs not be built. */
  static final Path JARS = Path.of("grader", "jars");

  /** What the launcher and the grader leave beside the jars: archives of classes, and locks. */
  private static final String MADE_THERE =
      """
      *.jsa
      *.none
      building
      in-use
      new-*
      student-jvm-*/
      """;

  /** What git's short format says before each path. */
  private static final int STATUS = "XY ".length();

  private static final String REFERENCE = "reference-solution";

  /** All of them are needed, but a repository may lack the last ones. */
  private static final List<String> COPIED =
      List.of(
          "lab-api",
          "student-template",
          "lab",
          "lab.cmd",
          "launcher/src/main",
          ".gitignore",
          ".gitattributes",
          "LICENSE",
          "compose.yaml");

  /**
   * Returns whether this repository has the grader's sources: a handout cannot make another one.
   */
  public boolean isPossible() {
    return Files.isRegularFile(root.resolve("grader").resolve("pom.xml"));
  }

  /**
   * Returns which files that students get were changed since the last commit, or are not in it: an
   * instructor may be trying a solution there. Without git, or outside of a repository, nobody
   * knows.
   */
  public List<String> uncommitted() {
    List<String> arguments = new ArrayList<>(List.of("status", "--porcelain", "--"));
    arguments.addAll(COPIED);
    return Git.run(root, arguments).lines().stream()
        .map(line -> line.substring(Math.min(STATUS, line.length())))
        .toList();
  }

  /**
   * Writes it into a folder that is empty or not there yet.
   *
   * @param withAnswers whether the reference solution is part of it, for instructors
   * @throws IOException if a file cannot be read or written
   */
  public void writeTo(Path folder, boolean withAnswers) throws IOException {
    Files.createDirectories(folder);
    List<String> copied = new ArrayList<>(COPIED);
    if (withAnswers) {
      copied.add(REFERENCE);
    }
    for (String name : copied) {
      Path source = root.resolve(name);
      if (Files.exists(source)) {
        FileTree.copy(source, folder.resolve(name));
      }
    }
    FileTree.copy(
        root.resolve(".mvn").resolve("maven.config"),
        folder.resolve(".mvn").resolve("maven.config"));
    writeJars(folder.resolve(JARS));
    GraderRepository repository = GraderRepository.of(root, build);
    repository.writeTo(folder.resolve(GraderRepository.FOLDER));
    HandoutPom pom = HandoutPom.of(Files.readString(root.resolve("pom.xml")), repository.version());
    Files.writeString(folder.resolve("pom.xml"), pom.text());
    Files.writeString(folder.resolve("README.md"), readme());
  }

  private void writeJars(Path jars) throws IOException {
    for (String name :
        List.of("grader.jar", "grader-child.jar", "lab-api.jar", "libraries", "lib")) {
      FileTree.copy(build.resolve(name), jars.resolve(name));
    }
    Files.writeString(jars.resolve(".gitignore"), MADE_THERE);
  }

  private static String readme() throws IOException {
    try (InputStream in = Handout.class.getResourceAsStream("README.md")) {
      if (in == null) {
        throw new IOException("the handout's README.md is missing in the grader's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
