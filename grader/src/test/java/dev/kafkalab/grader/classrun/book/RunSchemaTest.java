package dev.kafkalab.grader.classrun.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.classrun.book.ClassRecord.Canary;
import dev.kafkalab.grader.classrun.book.SimilarPairs.LeftOut;
import dev.kafkalab.grader.classrun.book.SimilarPairs.Pair;
import dev.kafkalab.grader.classrun.book.SimilarPairs.Part;
import dev.kafkalab.grader.proof.JsonSchemaFile;
import dev.kafkalab.grader.report.JsonText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds a run's files to the schemas that are published for them. */
class RunSchemaTest {

  private static final Path FOLDER = Path.of("..", "docs", "schema");

  @ParameterizedTest
  @CsvSource({"class-v1, false", "class-record-v1, false", "class-similar-v1, true"})
  void eachFileKeepsToItsSchema(String name, boolean hasPairs) throws IOException {
    JsonSchemaFile schema = JsonSchemaFile.at(FOLDER.resolve(name + ".schema.json"));

    assertThat(schema.violations(JsonText.of(file(name)))).isEmpty();
    assertThat(schema.violations("{}")).isNotEmpty();
    assertThat(schema.violations(JsonText.of(hasPairs ? MadeUpRun.SETTINGS : pairs())))
        .isNotEmpty();
  }

  private static Record file(String name) {
    return switch (name) {
      case "class-v1" -> MadeUpRun.SETTINGS;
      case "class-similar-v1" -> pairs();
      default ->
          new ClassRecord(
              ClassRecord.SCHEMA,
              "abc1234",
              List.of(
                  MadeUpRun.graded("anna", 60, 5),
                  MadeUpRun.refused("ben", "It has no Java."),
                  MadeUpRun.missing("cem"),
                  MadeUpRun.failed("dora"),
                  MadeUpRun.pending("emil")),
              List.of(new Canary("good/the-reference-as-it-is", true, "")));
    };
  }

  private static SimilarPairs pairs() {
    Part part = new Part("EventLoop.java:12-40", "Loop.java:8-36");
    return new SimilarPairs(
        SimilarPairs.SCHEMA,
        "JPlag 6.0.0",
        "2026-12-01T10:00:00Z",
        3,
        List.of(new LeftOut("ben", "its Java cannot be parsed")),
        0.4,
        List.of(new Pair("anna", SimilarPairs.REFERENCE, 0.98, List.of(part))));
  }
}
