package dev.kafkalab.grader.handout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A Maven repository with the grader's own jars, for {@code mvn test}.
 *
 * <p>Its version is that of its content: Maven keeps a copy of what it has once seen under a
 * version, and a student may get a newer handout.
 */
record GraderRepository(Path root, Path build, String version) {

  /** Where it is in a handout. */
  static final Path FOLDER = Path.of("grader", "repository");

  private static final String SAME_VERSION = "${project.version}";
  private static final int DIGITS = 12;

  static GraderRepository of(Path root, Path build) throws IOException {
    byte[] grader = Files.readAllBytes(build.resolve("grader.jar"));
    byte[] child = Files.readAllBytes(build.resolve("grader-child.jar"));
    String content = digest("SHA-256", grader, child);
    return new GraderRepository(root, build, "1.0.0-" + content.substring(0, DIGITS));
  }

  private static String digest(String algorithm, byte[]... contents) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      for (byte[] content : contents) {
        digest.update(content);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  void writeTo(Path folder) throws IOException {
    write(folder, "grader", root.resolve("grader"));
    write(folder, "grader-child", root.resolve("grader").resolve("child"));
  }

  private void write(Path folder, String artifact, Path module) throws IOException {
    Path place = folder.resolve("dev/kafkalab").resolve(artifact).resolve(version);
    Files.createDirectories(place);
    String name = artifact + "-" + version;
    write(place.resolve(name + ".jar"), Files.readAllBytes(build.resolve(artifact + ".jar")));
    String pom = Files.readString(module.resolve("pom.xml"));
    write(place.resolve(name + ".pom"), versioned(pom, artifact).getBytes(StandardCharsets.UTF_8));
  }

  /** Maven warns of what has no checksum. */
  private static void write(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    Files.writeString(file.resolveSibling(file.getFileName() + ".sha1"), digest("SHA-1", content));
  }

  /** The parent is the handout's own root, so only the artifact itself gets another version. */
  private String versioned(String pom, String artifact) {
    String named = "  <artifactId>" + artifact + "</artifactId>\n";
    return Texts.replaced(pom, named, named + "  <version>" + version + "</version>\n")
        .replace(SAME_VERSION, version);
  }
}
