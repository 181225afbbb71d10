package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the autograder as Gradescope would, with its paths below a temporary folder. */
class GradescopeIT {

  private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
  private static final int MOST_SECONDS = 300;

  @TempDir private Path root;

  @BeforeEach
  void layOutAsGradescopeDoes() throws IOException {
    Files.createSymbolicLink(root.resolve("source"), REPOSITORY);
    Files.createDirectories(root.resolve("results"));
  }

  @Test
  void whatIsHandedInIsGraded() throws Exception {
    Path module = root.resolve("submission").resolve("student-template");
    copy(Lab.TEMPLATE.resolve("src").resolve("main"), module.resolve("src").resolve("main"));
    Files.copy(Lab.TEMPLATE.resolve("ANSWERS.md"), module.resolve("ANSWERS.md"));

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

  private JsonNode results() throws IOException {
    return new ObjectMapper().readTree(root.resolve("results").resolve("results.json").toFile());
  }

  private int runAutograder() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(REPOSITORY.resolve("gradescope").resolve("run_autograder").toString());
    builder.environment().put("AUTOGRADER_ROOT", root.toString());
    Path output = root.resolve("output.txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as(Files.readString(output)).isTrue();
    return process.exitValue();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
