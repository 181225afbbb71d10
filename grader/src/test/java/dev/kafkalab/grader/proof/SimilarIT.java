package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kafkalab.grader.classrun.book.SimilarPairs;
import dev.kafkalab.grader.classrun.book.SimilarPairs.LeftOut;
import dev.kafkalab.grader.classrun.book.SimilarPairs.Pair;
import dev.kafkalab.grader.classrun.similar.NotCompared;
import dev.kafkalab.grader.classrun.similar.SimilarityCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares submissions with JPlag itself.
 *
 * <p>With {@code -Dproof.similar=required} a machine without a JDK that is new enough is an error.
 */
@EnabledIf("dev.kafkalab.grader.proof.Lab#hasReference")
class SimilarIT {

  private static final boolean REQUIRED = "required".equals(System.getProperty("proof.similar"));

  @TempDir private Path folder;

  private final List<Integer> progress = new ArrayList<>();

  @Test
  void aCopyWithOtherNamesIsFoundAndWhatAllWereGivenDoesNotCount() throws Exception {
    Map<String, Path> all = new LinkedHashMap<>();
    all.put("anna", reference("anna"));
    all.put("ben", renamed("ben"));
    all.put("cem", copy(Lab.TEMPLATE, "cem"));
    all.put("dora", broken("dora"));

    SimilarPairs found =
        check().compare(all, Lab.TEMPLATE, folder, 0.5, 10, (done, of) -> progress.add(done));

    assertThat(found.tool()).startsWith("JPlag 6");
    assertThat(found.pairs())
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(List.of(pair.one(), pair.other()))
                  .containsExactlyInAnyOrder("anna", "ben");
              assertThat(pair.similarity()).isGreaterThan(0.9);
              assertThat(places(pair)).allMatch(place -> place.matches("[\\w/]+\\.java:\\d+-\\d+"));
            });
    assertThat(found.leftOut()).contains(new LeftOut("dora", "its Java cannot be parsed"));
    assertThat(progress).isNotEmpty();
    assertThat(folder.resolve("similar.json")).content().contains("kafkalab/class-similar/v1");
    assertThat(folder.resolve("similar.jplag")).isNotEmptyFile();
  }

  private SimilarityCheck check() throws IOException {
    try {
      return SimilarityCheck.prepare(
          Path.of(".."), null, Files.createDirectory(folder.resolve("work")));
    } catch (NotCompared e) {
      assertThat(REQUIRED).as(e.sentence()).isFalse();
      assumeTrue(false, e.sentence());
      throw new IllegalStateException(e);
    }
  }

  private static List<String> places(Pair pair) {
    return pair.parts().stream()
        .flatMap(part -> List.of(part.one(), part.other()).stream())
        .toList();
  }

  private Path reference(String name) throws IOException {
    return copy(Lab.REFERENCE, name);
  }

  private Path copy(Path from, String name) throws IOException {
    Path to = folder.resolve(name);
    try (var files = Files.walk(from.resolve("src/main/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(file, target);
      }
    }
    return to;
  }

  /** What a copier does: other names, other comments, another order of files. */
  private Path renamed(String name) throws IOException {
    Path to = reference(name);
    try (var files = Files.walk(to)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        Files.writeString(
            file,
            text.replace("handled", "finished")
                .replace("records", "batch")
                .replaceAll("(?s)/\\*\\*.*?\\*/", "// mine")
                .replace("private static final", "static final"));
      }
    }
    return to;
  }

  private Path broken(String name) throws IOException {
    Path to = reference(name);
    Files.writeString(
        to.resolve("src/main/java/dev/kafkalab/lab/KafkaLabFactory.java"), "class X { {{");
    return to;
  }
}
