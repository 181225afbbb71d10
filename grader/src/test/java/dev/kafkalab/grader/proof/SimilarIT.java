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
import java.util.Set;
import java.util.function.UnaryOperator;
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
    all.put("emil", copy(Lab.TEMPLATE, "emil"));
    all.put("fay", copy(Lab.TEMPLATE, "fay"));

    SimilarPairs found =
        check("work").compare(all, Lab.TEMPLATE, folder, 0.5, 10, (done, of) -> progress.add(done));

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

  @Test
  void theSameFilesAreWhollyAlikeAndASecondComparisonFindsTheSame() throws Exception {
    Map<String, Path> all = new LinkedHashMap<>();
    all.put("anna", reference("anna"));
    all.put("ben", renamed("ben"));
    all.put("cem", withLineEndsOfWindows("cem"));

    SimilarPairs first = check("one").compare(all, Lab.TEMPLATE, folder, 0, 10, (done, of) -> {});
    SimilarPairs second =
        check("other-folder").compare(all, Lab.TEMPLATE, folder, 0, 10, (done, of) -> {});

    assertThat(first.pairs()).hasSize(3);
    assertThat(Set.of(first.pairs().get(0).one(), first.pairs().get(0).other()))
        .isEqualTo(Set.of("anna", "cem"));
    assertThat(first.pairs()).extracting(Pair::similarity).startsWith(1.0);
    assertThat(first.pairs().get(1).similarity()).isLessThan(1.0);
    assertThat(second.pairs()).isEqualTo(first.pairs());
    assertThat(second.median()).isEqualTo(first.median());
  }

  private SimilarityCheck check(String work) throws IOException {
    try {
      return SimilarityCheck.prepare(
          Path.of(".."), null, Files.createDirectory(folder.resolve(work)));
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
    return edited(
        name,
        text ->
            text.replace("handled", "finished")
                .replace("records", "batch")
                .replaceAll("(?s)/\\*\\*.*?\\*/", "// mine")
                .replace("private static final", "static final"));
  }

  private Path withLineEndsOfWindows(String name) throws IOException {
    return edited(name, text -> text.replace("\n", "\r\n"));
  }

  private Path edited(String name, UnaryOperator<String> edit) throws IOException {
    Path to = reference(name);
    try (var files = Files.walk(to)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.writeString(file, edit.apply(Files.readString(file)));
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
