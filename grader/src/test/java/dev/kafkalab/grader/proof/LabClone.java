package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A copy of what {@code lab} needs of this repository, without the template: so that it leaves no
 * archive, which takes a grading.
 *
 * @param root where it is
 * @param caches where its user's caches are
 */
record LabClone(Path root, Path caches) {

  private static final int MOST_SECONDS = 120;
  private static final String JAR = "grader-1.0.0-SNAPSHOT.jar";
  private static final String CHILD = "grader-child-1.0.0-SNAPSHOT.jar";
  private static final String API = "lab-api-1.0.0-SNAPSHOT.jar";

  private static final List<String> SOURCES =
      List.of(
          "lab",
          "launcher/src/main",
          "pom.xml",
          ".mvn",
          "lab-api/pom.xml",
          "lab-api/src",
          "grader/child/pom.xml",
          "grader/child/src",
          "grader/pom.xml",
          "grader/src/main");

  /** What came of a command. */
  record Ran(int exitCode, String shown) {}

  /** Makes a clone without anything that Maven has built. */
  static LabClone fresh(Path root, Path caches) throws IOException {
    for (String each : SOURCES) {
      copy(Platform.REPOSITORY.resolve(each), root.resolve(each));
    }
    return new LabClone(root, caches);
  }

  /** Makes a clone in which Maven has been, and {@code lab} has not. */
  static LabClone packaged(Path root, Path caches) throws IOException {
    LabClone clone = fresh(root, caches);
    // What did not change was not packed anew: it may be older than a change of the pom.
    FileTime now = FileTime.from(Instant.now());
    for (String each : jars()) {
      copy(Platform.REPOSITORY.resolve(each), root.resolve(each));
      Files.setLastModifiedTime(root.resolve(each), now);
    }
    return clone;
  }

  private static List<String> jars() {
    return List.of(
        "grader/child/target/" + CHILD,
        "grader/target/" + JAR,
        "grader/target/lab.dependencies",
        "lab-api/target/" + API);
  }

  LabClone copyTo(Path other) throws IOException {
    copy(root, other);
    return new LabClone(other, caches);
  }

  /** Copies a file or folder of this clone. */
  void give(String name, Path to) throws IOException {
    copy(root.resolve(name), to);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  /**
   * Writes a program that does for {@code lab} what Maven does, and notes each time that it did.
   *
   * @param before what it does first
   */
  Path maven(String before) throws IOException {
    Path programs = Files.createDirectories(caches.resolve("programs"));
    String script =
        """
        #!/bin/sh
        echo built >> '%1$s/calls'
        %2$s
        mkdir -p grader/target/lab/maven grader/child/target/lab/maven lab-api/target/lab/maven
        cp '%3$s/grader/target/%4$s' '%3$s/grader/target/lab.dependencies' grader/target/lab/maven
        cp '%3$s/grader/child/target/%6$s' grader/child/target/lab/maven
        cp '%3$s/lab-api/target/%5$s' lab-api/target/lab/maven
        """
            .formatted(programs, before, Platform.REPOSITORY, JAR, API, CHILD);
    Path mvn = Files.writeString(programs.resolve("mvn"), script);
    Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
    return programs.resolve("calls");
  }

  Process start(String shell, Map<String, String> variables) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", shell).directory(root.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("XDG_CACHE_HOME", caches.toString());
    environment.put("PATH", caches.resolve("programs") + ":" + environment.get("PATH"));
    environment.remove("JAVA_HOME");
    environment.putAll(variables);
    return builder.redirectErrorStream(true).start();
  }

  Ran run(String shell) throws IOException, InterruptedException {
    return run(shell, Map.of());
  }

  Ran run(String shell, Map<String, String> variables) throws IOException, InterruptedException {
    return ended(start(shell, variables));
  }

  static Ran ended(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).as(shown).isTrue();
    return new Ran(process.exitValue(), shown);
  }

  /**
   * Returns the next line with a word that a process prints; "null" if there is none. Reading
   * cannot be interrupted: so another thread reads, and this one has a bound.
   */
  static String lineWith(Process process, String word) {
    return CompletableFuture.supplyAsync(() -> readTo(process, word))
        .orTimeout(MOST_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  private static String readTo(Process process, String word) {
    try {
      BufferedReader shown = process.inputReader();
      String line = shown.readLine();
      while (line != null && !line.contains(word)) {
        line = shown.readLine();
      }
      return String.valueOf(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void send(String signal, Process process) throws IOException, InterruptedException {
    String id = Long.toString(process.pid());
    assertThat(new ProcessBuilder("kill", "-s", signal, id).start().waitFor()).isZero();
  }

  /** Returns the folder of the one build below a folder. */
  static Path build(Path builds) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(builds)) {
      all.filter(file -> file.endsWith("libraries")).map(Path::getParent).forEach(found::add);
    }
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  Path builds() {
    return root.resolve("grader").resolve("target").resolve("lab");
  }
}
