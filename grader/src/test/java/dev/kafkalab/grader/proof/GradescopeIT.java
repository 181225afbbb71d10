package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the autograder as Gradescope would, with its paths below a temporary folder. */
class GradescopeIT {

  private static final String PACKAGE =
      Platform.REPOSITORY.resolve("gradescope").resolve("package").toString();

  @TempDir private Path root;

  @BeforeEach
  void layOutAsGradescopeDoes() throws IOException {
    Files.createSymbolicLink(root.resolve("source"), Platform.REPOSITORY);
    Files.createDirectories(root.resolve("results"));
  }

  @Test
  void whatIsHandedInIsGraded() throws Exception {
    Platform.handInTheTemplate(root.resolve("submission").resolve("student-template"));

    assertThat(runAutograder()).isZero();

    JsonNode results = results();
    assertThat(results.get("score").asInt()).isZero();
    assertThat(results.get("tests")).hasSizeGreaterThan(20);
    assertThat(results.at("/tests/0/output").asText()).startsWith("not attempted");
  }

  @Test
  void whatDoesNotCompileHasResultsThatSayWhy() throws Exception {
    Path sources = Files.createDirectories(root.resolve("submission").resolve("src/main/java"));
    Files.writeString(sources.resolve("A.java"), "class A { int a = ; }");

    assertThat(runAutograder()).isZero();

    assertThat(results().get("score").asInt()).isZero();
    assertThat(results().get("output").asText()).contains("A.java:1");
  }

  @Test
  void thePackageHasAllThatTheImageBuildsTheGraderOf() throws Exception {
    Path zip = root.resolve("autograder.zip");

    assertThat(Platform.run(root, Map.of(), PACKAGE, zip.toString())).isZero();

    try (ZipFile packed = new ZipFile(zip.toFile())) {
      assertThat(packed.stream().map(ZipEntry::getName))
          .contains(
              "setup.sh",
              "run_autograder",
              "lab",
              "launcher/pom.xml",
              "launcher/src/main/java/dev/kafkalab/launcher/Lab.java",
              "pom.xml",
              ".mvn/jvm.config",
              "lab-api/pom.xml",
              "grader/pom.xml",
              "grader/child/pom.xml",
              "student-template/pom.xml")
          .noneMatch(name -> name.startsWith("reference-solution"));
    }
  }

  private JsonNode results() throws IOException {
    return new ObjectMapper().readTree(root.resolve("results").resolve("results.json").toFile());
  }

  private int runAutograder() throws Exception {
    return Platform.run(
        root,
        Map.of("AUTOGRADER_ROOT", root.toString()),
        Platform.REPOSITORY.resolve("gradescope").resolve("run_autograder").toString());
  }
}
