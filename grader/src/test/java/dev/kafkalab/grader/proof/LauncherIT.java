package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.kafkalab.grader.proof.LabClone.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the launcher in clones of this repository. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Map<String, Integer> EXIT_CODES =
      Map.of("TERM", 143, "INT", 130, "KILL", 137);

  private static final String BUILDING =
      "Building the grader; the first time this takes a minute or two.\n";
  private static final String VERSION = "Kafka Lab Grader 1.0\n";

  @TempDir private Path folder;
  private Path caches;

  @BeforeEach
  void makeCaches() throws IOException {
    caches = Files.createDirectory(folder.resolve("caches"));
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    LabClone clone = LabClone.fresh(folder.resolve("two at once"), caches);
    Path calls = clone.maven("sleep 2");

    Process first = clone.start("./lab rubric", Map.of());
    Ran second = clone.run("./lab rubric");

    assertThat(second.shown()).contains("# Rubric");
    assertThat(second.exitCode()).isZero();
    assertThat(LabClone.ended(first).exitCode()).isZero();
    assertThat(Files.readAllLines(calls)).containsExactly("built");
  }

  /**
   * A home in which nothing may be read by others, and a shell that knows no letters but a to z.
   */
  @Test
  @EnabledIf("dev.kafkalab.grader.proof.Lab#hasReference")
  void aFolderMayHaveAnyNameAndGradesAlsoInAPlainLocale() throws Exception {
    LabClone clone = LabClone.packaged(folder.resolve("Übung 1: Kafka"), caches);
    Path reference = clone.root().resolve("Lösung");
    Lab.writeReference(reference);

    Ran ran =
        clone.run(
            "unset LANG LC_CTYPE; umask 077; ./lab grade Lösung --broker embedded"
                + " --criteria topic.created --json 'é.json'",
            Map.of("LC_ALL", "C"));

    assertThat(ran.shown()).contains("5 of 5 points");
    assertThat(ran.exitCode()).isZero();
    assertThat(clone.root().resolve("é.json")).content().contains("\"finished\" : true");
    assertThat(modeOf(clone.root().resolve("é.json"))).isEqualTo("rw-------");
    Path build = LabClone.build(caches);
    assertThat(filesBelow(build)).allMatch(LauncherIT::isReadableForAll);
    assertThat(filesBelow(build)).anyMatch(file -> file.endsWith("child.jar"));
  }

  @Test
  void aCopyUsesItsOwnClasses() throws Exception {
    LabClone clone = LabClone.packaged(folder.resolve("a clone"), caches);
    assertThat(clone.run("./lab --version").exitCode()).isZero();
    LabClone copy = clone.copyTo(folder.resolve("its copy"));

    Files.writeString(LabClone.build(clone.builds()).resolve("grader.jar"), "garbage");

    assertThat(copy.run("./lab --version").exitCode()).isZero();
    assertThat(clone.run("./lab --version"))
        .satisfies(
            ran -> {
              assertThat(ran.exitCode()).isEqualTo(4);
              assertThat(ran.shown())
                  .endsWith(
                      "The grader itself failed, and no score counts: Java ended with exit code"
                          + " 1.\n");
            });
  }

  @Test
  void whatIsNoGradeIsFour() throws Exception {
    LabClone clone = LabClone.packaged(folder.resolve("a clone"), caches);

    assertThat(clone.run("./lab --version").exitCode()).isZero();
    assertThat(clone.run("./lab --version", Map.of("JAVA_HOME", "/no/such")))
        .isEqualTo(
            new Ran(
                4,
                "JAVA_HOME is /no/such, but /no/such/bin/java is not a program: set it to the"
                    + " folder of a JDK 17 or newer.\n"));
    assertThat(clone.run("./lab --version", Map.of("TMPDIR", "/a:b")).exitCode()).isEqualTo(4);
    assertThat(clone.run("./lab --version >&-"))
        .isEqualTo(new Ran(4, "Standard output is closed: no report could be shown.\n"));
    assertThat(clone.run("./lab --version <&- 2>&-")).isEqualTo(new Ran(0, VERSION));
    assertThat(clone.run("ulimit -v 500000; ./lab --version").exitCode()).isEqualTo(4);
    assertThat(clone.run("./lab grade no-such-folder").exitCode()).isEqualTo(2);
  }

  @Test
  void aJavaThatIsTooOldIsNamed() throws Exception {
    LabClone clone = LabClone.packaged(folder.resolve("a clone"), caches);
    Path java = Files.createDirectories(folder.resolve("an old JDK/bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        [ "$*" != -version ] || echo 'openjdk version "11.0.2" 2019-01-15' >&2
        exit 1
        """);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(clone.run("./lab --version", Map.of("JAVA_HOME", folder + "/an old JDK")))
        .isEqualTo(
            new Ran(
                4,
                "Java 17 or newer is needed, but this is 11.0.2: set JAVA_HOME to the folder of"
                    + " another JDK.\n"));
  }

  /** As a course hands it out: without the grader's sources, to who has no Maven. */
  @Test
  void aPrebuiltGraderNeedsNeitherMavenNorSources() throws Exception {
    LabClone built = LabClone.packaged(folder.resolve("built"), caches);
    assertThat(built.run("./lab --version").exitCode()).isZero();
    LabClone handout = new LabClone(folder.resolve("A handout für Jörg"), caches);
    for (String each : List.of("lab", "launcher")) {
      built.give(each, handout.root().resolve(each));
    }
    Path build = built.root().relativize(LabClone.build(built.builds()));
    built.give(build.toString(), handout.root().resolve("grader").resolve("jars"));
    Path calls = handout.maven("exit 1");

    assertThat(handout.run("./lab --version")).isEqualTo(new Ran(0, VERSION));
    assertThat(handout.run("cd launcher && ../lab rubric").shown()).contains("# Rubric");
    assertThat(calls).doesNotExist();
    assertThat(caches.resolve("kafka-lab-grader")).doesNotExist();
  }

  @Test
  void itsOwnClassesAreKeptUntilItIsEdited() throws Exception {
    LabClone clone = LabClone.packaged(folder.resolve("a clone"), caches);
    Path source = clone.root().resolve("launcher/src/main/java/dev/kafkalab/launcher/Lab.java");
    Path kept = clone.builds().resolve("launcher");
    assertThat(clone.run("./lab --version").exitCode()).isZero();
    assertThat(kept.resolve("Lab.java")).hasSameTextualContentAs(source);

    Files.writeString(source, "// edited\n", StandardOpenOption.APPEND);

    assertThat(clone.run("./lab --version")).isEqualTo(new Ran(0, VERSION));
    assertThat(kept.resolve("Lab.java")).hasSameTextualContentAs(source);
    assertThat(kept.resolve("dev/kafkalab/launcher/Lab.class")).exists();

    Path moved = Files.move(clone.root(), folder.resolve("moved: a clone"));
    assertThat(new LabClone(moved, caches).run("./lab --version").exitCode()).isZero();
  }

  @Test
  void aReportThatNobodyCouldReadIsFour() throws Exception {
    assumeThat(Path.of("/dev/full")).exists();
    LabClone clone = LabClone.packaged(folder.resolve("a clone"), caches);

    Ran ran = clone.run("./lab rubric > /dev/full");

    assertThat(ran.shown()).endsWith("could not be written to standard output.\n");
    assertThat(ran.exitCode()).isEqualTo(4);
  }

  @Test
  void whatCannotBeWrittenToIsUsedOrBuiltElsewhere() throws Exception {
    LabClone built = LabClone.packaged(folder.resolve("built"), caches);
    assertThat(built.run("./lab --version").exitCode()).isZero();
    LabClone packaged = LabClone.packaged(folder.resolve("packaged"), caches);
    List<Path> closed = List.of(built.root(), packaged.root());
    assertThat(new ProcessBuilder("chmod", "-R", "a-w", ".").directory(folder.toFile()).start())
        .satisfies(chmod -> assertThat(chmod.waitFor()).isZero());
    Files.setPosixFilePermissions(caches, PosixFilePermissions.fromString("rwx------"));
    try {
      assumeThat(closed).as("an administrator writes everywhere").noneMatch(Files::isWritable);

      assertThat(built.run("./lab --version").exitCode()).isZero();
      assertThat(caches).isEmptyDirectory();
      assertThat(packaged.run("./lab --version").exitCode()).isZero();
      assertThat(LabClone.build(caches)).exists();
    } finally {
      new ProcessBuilder("chmod", "-R", "u+w", folder.toString()).start().waitFor();
    }
  }

  static Stream<String> signals() {
    return Brief.some("KILL", "TERM", "INT");
  }

  @ParameterizedTest
  @MethodSource("signals")
  void aSignalForTheLauncherAloneEndsItsJava(String signal) throws Exception {
    LabClone clone = LabClone.packaged(folder.resolve("a clone"), caches);
    Process lab = clone.start("exec ./lab broker --port " + Platform.freePort(), Map.of());
    assertThat(LabClone.lineWith(lab, "Kafka")).contains("listens on localhost");
    List<ProcessHandle> all = lab.toHandle().descendants().toList();
    assertThat(all).isNotEmpty();

    LabClone.send(signal, lab);

    assertThat(lab.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    await().atMost(SOON).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(lab.exitValue()).isEqualTo(EXIT_CODES.get(signal));
  }

  @ParameterizedTest
  @MethodSource("signals")
  void aSignalEndsABuildAndLeavesNoLock(String signal) throws Exception {
    LabClone clone = LabClone.fresh(folder.resolve("a clone"), caches);
    Path calls = clone.maven("exec sleep 100");
    Process lab = clone.start("exec ./lab rubric", Map.of());
    await().atMost(SOON).until(() -> Files.exists(calls));
    List<ProcessHandle> all = lab.toHandle().descendants().toList();

    LabClone.send(signal, lab);

    assertThat(lab.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(lab.exitValue()).isEqualTo(EXIT_CODES.get(signal));
    await().atMost(SOON).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    clone.maven(":");
    assertThat(clone.run("./lab --version").shown()).isEqualTo(BUILDING + VERSION);
  }

  @Test
  void theLockOfADeadProcessHoldsNobodyUp() throws Exception {
    LabClone clone = LabClone.fresh(folder.resolve("a clone"), caches);
    Path calls = clone.maven("exec sleep 100");
    Process lab = clone.start("exec ./lab rubric", Map.of());
    await().atMost(SOON).until(() -> Files.exists(calls));
    List<ProcessHandle> all = lab.toHandle().descendants().toList();

    Process waiting = clone.start("exec ./lab --version", Map.of());
    assertThat(LabClone.lineWith(waiting, "Waiting")).contains("which is building the grader (");
    clone.maven(":");
    all.forEach(ProcessHandle::destroyForcibly);

    assertThat(LabClone.ended(waiting)).isEqualTo(new Ran(0, BUILDING + VERSION));
    assertThat(LabClone.ended(lab).exitCode()).isEqualTo(4);
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }

  private static boolean isReadableForAll(Path file) {
    try {
      return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException e) {
      return false;
    }
  }

  private static String modeOf(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
