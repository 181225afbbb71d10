package dev.kafkalab.grader.classrun.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkalab.grader.folder.WholeFile;
import dev.kafkalab.grader.report.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassBookTest {

  private static final Set<String> CRITERIA = Set.of("producer.acks", "bonus.headers");

  @TempDir private Path run;

  @BeforeEach
  void aRunOfThree() {
    MadeUpRun.write(
        run,
        MadeUpRun.graded("anna", 87, 5),
        MadeUpRun.late(MadeUpRun.graded("ben", 60, 0), "2026-11-22T10:00:00+01:00"),
        MadeUpRun.missing("cem"));
  }

  @Test
  void whatTheGraderFoundCounts() throws Exception {
    Mark mark = markOf("anna");

    assertThat(mark.score()).isEqualByComparingTo("87");
    assertThat(mark.bonus()).isEqualByComparingTo("5");
    assertThat(mark.total()).isEqualByComparingTo("92");
    assertThat(mark.isLate()).isFalse();
    assertThat(markOf("cem").total()).isNull();
  }

  @Test
  void pointsByHandReplaceTheGradersAndTheLastLineCounts() throws Exception {
    byHand(
        "anna,producer.acks,3,looked at it,mk,2026-11-21",
        "anna,producer.acks,\"80,5\",looked again,mk,2026-11-22",
        "cem,*,50,ill,mk,",
        "zoe,*,1,,,");

    assertThat(markOf("anna").score()).isEqualByComparingTo("80.5");
    assertThat(markOf("anna").total()).isEqualByComparingTo("85.5");
    assertThat(markOf("anna").byHand()).hasSize(2);
    assertThat(markOf("cem").total()).isEqualByComparingTo("50");
    assertThat(book().forNobody()).extracting(PointsByHand::id).containsExactly("zoe");
  }

  @Test
  void latenessCostsWhatThePolicySaysButNothingOfATotalByHand() throws Exception {
    policy("2026-11-20T23:59+01:00", "10%/day,cap=40%,grace=15m");

    assertThat(markOf("ben").lateBy()).isEqualTo(Duration.ofMinutes(34 * 60 + 1));
    assertThat(markOf("ben").penalty()).isEqualByComparingTo("12");
    assertThat(markOf("ben").total()).isEqualByComparingTo("48");
    assertThat(markOf("anna").penalty()).isZero();

    byHand("ben,*,60,agreed,mk,");
    assertThat(markOf("ben").total()).isEqualByComparingTo("60");
    assertThat(markOf("ben").penalty()).isZero();
  }

  @Test
  void aDeadlineOfTheRosterComesBeforeTheOneOfAll() throws Exception {
    MadeUpRun.write(
        run,
        MadeUpRun.due(
            MadeUpRun.late(MadeUpRun.graded("ben", 60, 0), "2026-11-22T10:00:00+01:00"),
            "2026-11-27"));
    policy("2026-11-20T23:59+01:00", "10%/day");

    assertThat(markOf("ben").lateBy()).isEqualTo(Duration.ZERO);
    assertThat(markOf("ben").total()).isEqualByComparingTo(BigDecimal.valueOf(60));
  }

  @Test
  void whoIsLateByAnUnknownTimeLosesNothingAndIsNamed() throws Exception {
    MadeUpRun.write(run, MadeUpRun.late(MadeUpRun.graded("ben", 60, 0), ""));
    policy("2026-11-20T23:59+01:00", "10%/day");

    assertThat(markOf("ben").lateBy()).isNull();
    assertThat(markOf("ben").isLate()).isTrue();
    assertThat(markOf("ben").penalty()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna,no.such,3,,,",
        "anna,producer.acks,many,,,",
        "anna,producer.acks,-1,,,",
        "anna,producer.acks,,,,"
      })
  void aLineByHandThatIsNotAsItMustBeIsNeverLeftOut(String line) throws Exception {
    byHand(line);

    assertThatThrownBy(this::book)
        .isInstanceOf(RunProblem.class)
        .hasMessageContaining("overrides.csv");
  }

  @Test
  void aFolderWithoutARunIsNamed() {
    assertThatThrownBy(() -> ClassBook.read(run.resolve("results"), CRITERIA))
        .isInstanceOf(RunProblem.class)
        .hasMessageContaining("grade a class into it first");
  }

  private void byHand(String... lines) throws IOException {
    Files.writeString(
        run.resolve(ClassBook.BY_HAND),
        "id,criterion,points,reason,by,at\n" + String.join("\n", lines) + "\n");
  }

  private void policy(String due, String late) {
    WholeFile.write(run.resolve(ClassBook.POLICY), JsonText.of(new Policy(due, late)));
  }

  private ClassBook book() throws Exception {
    return ClassBook.read(run, CRITERIA);
  }

  private Mark markOf(String id) throws Exception {
    return book().rows().stream()
        .filter(row -> row.who().id().equals(id))
        .map(ClassBook.Row::mark)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theOrderIsThatOfTheClass() throws Exception {
    assertThat(book().rows())
        .extracting(row -> row.who().id())
        .isEqualTo(List.of("anna", "ben", "cem"));
  }
}
