package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.handout.FirstCommit;
import dev.kafkalab.grader.handout.Handout;
import dev.kafkalab.grader.proof.LabClone.Ran;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Makes a handout and does in it what a student does. */
@DisabledOnOs(OS.WINDOWS)
@EnabledIf("dev.kafkalab.grader.proof.Lab#hasReference")
class HandoutIT {

  /** Shorter lines may be the same by chance. */
  private static final int TELLING = 32;

  private static final String LAB = "student-template/src/main/java/dev/kafkalab/lab";

  @TempDir private static Path folder;
  private static LabClone handout;

  @BeforeAll
  static void make() throws Exception {
    Path caches = Files.createDirectory(folder.resolve("caches"));
    LabClone clone = LabClone.packaged(folder.resolve("the grader"), caches);
    assertThat(clone.run("./lab --version").exitCode()).isZero();
    Path root = folder.resolve("a hand out");
    new Handout(Platform.REPOSITORY, LabClone.build(clone.builds())).writeTo(root, false);
    assertThat(FirstCommit.of(root)).isEmpty();
    handout = new LabClone(root, caches);
  }

  @Test
  void itIsARepositoryWithOneCommitOfAll() throws Exception {
    assertThat(handout.run("git log --oneline | wc -l; git status --short").shown().strip())
        .isEqualTo("1");
  }

  @Test
  void noLineOfTheReferenceIsInIt() throws IOException {
    String given =
        textBelow(Lab.TEMPLATE.resolve("src"))
            + textBelow(Platform.REPOSITORY.resolve("lab-api/src"))
            + textBelow(Platform.REPOSITORY.resolve("launcher/src"));
    List<String> telling =
        textBelow(Lab.REFERENCE.resolve("src"))
            .lines()
            .map(String::strip)
            .filter(line -> line.length() >= TELLING && !line.startsWith("import "))
            .filter(line -> !given.contains(line))
            .distinct()
            .toList();
    assertThat(telling).hasSizeGreaterThan(200);

    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(handout.root())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(handout.root().resolve("grader/jars/lib"))) {
          String content = contentOf(file);
          telling.stream().filter(content::contains).forEach(line -> found.add(file + ": " + line));
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void theTemplateAndASolutionAreGradedWithoutMaven() throws Exception {
    handout.maven("exit 1");
    Ran template =
        handout.run("./lab grade student-template --broker embedded --criteria topic.created");
    assertThat(template.shown())
        .contains("Task 1 is not written yet")
        .endsWith("student-template: 0 of 5 points\n");
    assertThat(template.exitCode()).isZero();

    Lab.writeReference(handout.root().resolve("solution"));
    Ran solution = handout.run("./lab grade solution --broker embedded --task 1");
    assertThat(solution.shown()).endsWith("solution: 5 of 5 points\n");
    assertThat(handout.run("git status --short").shown()).isEqualTo("?? solution/\n");
    assertThat(handout.run("./lab handout ../other"))
        .isEqualTo(
            new Ran(2, "This is a handout itself: make one in the grader's own repository.\n"));
  }

  /** A submission that names itself as a service of the grader's stays outside of its JVM. */
  @Test
  void mavenJudgesTheTemplateFromTheRootAndFromItsOwnFolder() throws Exception {
    LabClone copy = handout.copyTo(folder.resolve("with a service"));
    Path services = copy.root().resolve("student-template/src/main/resources/META-INF/services");
    Files.createDirectories(services);
    Files.writeString(
        services.resolve("dev.kafkalab.grader.engine.GradingListener"),
        "dev.kafkalab.lab.KafkaLabFactory\n");
    for (String where : List.of(".", "student-template")) {
      Ran ran =
          copy.run(
              "PATH=$(printf %s \"$PATH\" | sed 's|^[^:]*:||'); cd "
                  + where
                  + " && mvn -B test -Dcriteria=topic.created -Dgrader.broker=embedded");
      assertThat(ran.shown())
          .contains("·  0/5  topic.created            not written yet")
          .contains("student-template: 0 of 5 points");
      assertThat(ran.exitCode()).isZero();
    }
  }

  private static String textBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file)).append('\n');
      }
      return all.toString();
    }
  }

  /** What a jar packs is looked at unpacked. */
  private static String contentOf(Path file) throws IOException {
    if (!file.toString().endsWith(".jar")) {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
    StringBuilder all = new StringBuilder();
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream entries = new ZipInputStream(in)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        all.append(new String(entries.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }
}
