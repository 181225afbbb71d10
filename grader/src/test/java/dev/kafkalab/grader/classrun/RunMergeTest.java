package dev.kafkalab.grader.classrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.ClassRecord.Canary;
import dev.kafkalab.grader.classrun.book.MadeUpRun;
import dev.kafkalab.grader.classrun.book.RunProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMergeTest {

  private static final Set<String> CRITERIA = Set.of("producer.acks", "bonus.headers");
  private static final String HEAD = "id,criterion,points,reason,by,at\n";

  @TempDir private Path folder;

  @BeforeEach
  void twoParts() throws Exception {
    MadeUpRun.write(
        folder.resolve("1"),
        List.of(new Canary("good", true, ""), new Canary("bad", false, "It passed.")),
        MadeUpRun.graded("cem", 50, 0),
        MadeUpRun.missing("dora"));
    MadeUpRun.write(
        folder.resolve("2"),
        List.of(new Canary("good", true, ""), new Canary("bad", true, "")),
        MadeUpRun.graded("anna", 100, 25));
    Files.writeString(folder.resolve("1").resolve(ClassBook.BY_HAND), HEAD + "cem,*,55,,,\n");
    Files.writeString(folder.resolve("2").resolve(ClassBook.BY_HAND), HEAD + "anna,*,99,,,\n");
  }

  @Test
  void theNewRunHasEverybodyWithWhatCounts() throws Exception {
    ClassBook whole = merged("1", "2");

    assertThat(whole.rows())
        .extracting(row -> row.who().id())
        .containsExactlyInAnyOrder("anna", "cem", "dora");
    assertThat(whole.rows())
        .filteredOn(row -> row.who().id().equals("cem"))
        .singleElement()
        .satisfies(row -> assertThat(row.mark().total()).isEqualByComparingTo("55"));
    assertThat(whole.forNobody()).isEmpty();
    assertThat(ClassBook.pageFile(folder.resolve("all"), "anna")).exists();
  }

  @Test
  void oneCanaryThatWasJudgedWronglyAnywhereCounts() throws Exception {
    assertThat(merged("1", "2").isTrustworthy()).isFalse();
  }

  @Test
  void whoIsInTwoPartsIsNamed() {
    assertThatThrownBy(() -> merged("1", "1"))
        .isInstanceOf(RunProblem.class)
        .hasMessageContaining("in two of the runs");
  }

  @Test
  void aRunThatIsThereIsNotReplaced() throws Exception {
    ClassBook unused = merged("1", "2");

    assertThatThrownBy(() -> merged("1", "2"))
        .isInstanceOf(RunProblem.class)
        .hasMessageContaining("has a run already");
  }

  @Test
  void partsOfDifferentSettingsDoNotFit() throws Exception {
    Path settings = folder.resolve("2").resolve(ClassBook.SETTINGS);
    Files.writeString(settings, Files.readString(settings).replace("\"seed\" : 7", "\"seed\" : 8"));

    assertThatThrownBy(() -> merged("1", "2"))
        .isInstanceOf(RunProblem.class)
        .hasMessageContaining("cannot be compared");
  }

  private ClassBook merged(String... parts) throws Exception {
    List<ClassBook> books = new ArrayList<>();
    for (String part : parts) {
      books.add(ClassBook.read(folder.resolve(part), CRITERIA));
    }
    RunMerge.of(books, folder.resolve("all"));
    return ClassBook.read(folder.resolve("all"), CRITERIA);
  }
}
