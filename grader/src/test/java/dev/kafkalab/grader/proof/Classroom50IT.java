package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the autograder that the guide tells instructors to use, as Classroom 50's runner would. */
class Classroom50IT {

  private static final Path GUIDE = Platform.REPOSITORY.resolve("docs/instructor-guide.md");
  private static final Pattern PYTHON = Pattern.compile("(?s)```python\n(.*?)```");
  private static final Map<String, String> RUNNER =
      Map.of(
          "CLASSROOM", "streams",
          "ASSIGNMENT", "kafka",
          "SUBMISSION_TAG", "submit/2026-06-01T14-32-05Z-a1b2c3d",
          "COMMIT_URL", "https://host/commit/a1b2c3d",
          "RELEASE_URL", "https://host/releases/tag/submit",
          "REVIEW_URL", "https://host/compare/0...a1b2c3d");

  @TempDir private Path root;
  private Path checkout;

  @BeforeEach
  void layOutAsTheRunnerDoes() throws Exception {
    Path bundle = Files.createDirectories(root.resolve("bundle"));
    Matcher python = PYTHON.matcher(Files.readString(GUIDE));
    assertThat(python.find()).as("a snippet of Python in the guide").isTrue();
    Files.writeString(bundle.resolve("autograder.py"), python.group(1));
    Files.createSymbolicLink(bundle.resolve("lab"), Platform.REPOSITORY);
    checkout = Files.createDirectories(root.resolve("checkout"));
  }

  @Test
  void aCheckoutIsGradedAndTheResultIsWhatTheRunnerAccepts() throws Exception {
    Platform.handInTheTemplate(checkout.resolve("student-template"));

    assertThat(runAutograder(RUNNER)).isZero();

    assertThat(result().get("classroom").asText()).isEqualTo("streams");
    assertThat(result().get("score").asInt()).isZero();
    assertThat(result().get("max-score").asInt()).isEqualTo(100);
  }

  /** Without a test the runner would say that all is well, and no autograder configured. */
  @Test
  void aCheckoutWithoutTheLabHasAResultWithAllTests() throws Exception {
    assertThat(runAutograder(RUNNER)).isZero();

    assertThat(result().get("max-score").asInt()).isEqualTo(100);
    assertThat(result().get("tests")).hasSizeGreaterThan(20);
    assertThat(result().at("/tests/0/passed").asBoolean()).isFalse();
  }

  @Test
  void aGraderThatCannotRunFails() throws Exception {
    Map<String, String> broken = new HashMap<>(RUNNER);
    broken.put("JAVA_HOME", root.resolve("nowhere").toString());

    assertThat(runAutograder(broken)).isNotZero();
  }

  private JsonNode result() throws IOException {
    String result = Files.readString(checkout.resolve("result.json"));
    assertThat(JsonSchemaFile.ofOurs("classroom50-result.schema.json").violations(result))
        .isEmpty();
    return new ObjectMapper().readTree(result);
  }

  private int runAutograder(Map<String, String> environment) throws Exception {
    String script = root.resolve("bundle").resolve("autograder.py").toString();
    return Platform.run(checkout, environment, "python3", script);
  }
}
