package dev.kafkalab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.engine.LabRubric;
import dev.kafkalab.grader.report.RubricDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RubricCommandTest {

  @Test
  void theDocumentOfTheRepositoryIsUpToDate() throws IOException {
    assertThat(Path.of("../docs/rubric.md"))
        .as("docs/rubric.md differs from the code: regenerate it with " + RubricDocument.COMMAND)
        .content(StandardCharsets.UTF_8)
        .isEqualToNormalizingNewlines(RubricDocument.of(LabRubric.criteria()));
  }

  @Test
  void theCommandPrintsTheDocument() throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat(Main.run("rubric")).isZero();
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("# Rubric\n");
  }
}
