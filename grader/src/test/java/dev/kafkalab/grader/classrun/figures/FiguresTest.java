package dev.kafkalab.grader.classrun.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.MadeUpRun;
import dev.kafkalab.grader.classrun.book.Standing;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.rubric.Task;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  private static final CriterionInfo ACKS =
      new CriterionInfo("producer.acks", Task.PRODUCER, 100, "each record is acknowledged");

  @TempDir private Path run;

  @ParameterizedTest
  @CsvSource({
    "'5', 5, 5, 5, 5",
    "'2 1', 1.3, 1.5, 1.8, 1.5",
    "'4 1 3 2', 1.8, 2.5, 3.3, 2.5",
    "'1 2 3 4 100', 2, 3, 4, 22"
  })
  void quartilesAreThoseOfSpreadsheets(
      String numbers, BigDecimal lower, BigDecimal median, BigDecimal upper, BigDecimal average) {
    Spread spread = Spread.of(numbers(numbers)).orElseThrow();

    assertThat(spread.lower()).isEqualByComparingTo(lower);
    assertThat(spread.median()).isEqualByComparingTo(median);
    assertThat(spread.upper()).isEqualByComparingTo(upper);
    assertThat(spread.average()).isEqualByComparingTo(average);
  }

  @Test
  void withoutNumbersThereIsNoSpread() {
    assertThat(Spread.of(List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "8, 1, 9",
    "13, 1, 14",
    "14, 2, 8",
    "100, 10, 11",
    "125, 10, 13",
    "9000, 9000, 2"
  })
  void stepsAreRoundAndFew(int most, int width, int count) {
    List<Histogram.Step> steps = Histogram.of(List.of(), most).steps();

    assertThat(steps).hasSize(count);
    assertThat(steps.get(0).below()).isEqualTo(width);
  }

  @Test
  void eachNumberIsInOneStepHoweverOddItIs() {
    Histogram histogram = Histogram.of(numbers("0 9.99 10 125 126 100000000000"), 125);

    assertThat(histogram.steps()).extracting(Histogram.Step::students).startsWith(2, 1, 0);
    assertThat(histogram.steps().get(12).students()).isEqualTo(3);
    assertThat(histogram.steps().get(12).words()).isEqualTo("120 or more");
    assertThat(histogram.highest()).isEqualTo(3);
  }

  @Test
  void onlyWhereAllPassedItIsAHundredPercent() throws Exception {
    MadeUpRun.write(
        run,
        Stream.concat(
                Stream.of(MadeUpRun.graded("anna", 99, 0)),
                IntStream.range(0, 300).mapToObj(i -> MadeUpRun.graded("s" + i, 100, 0)))
            .toArray(Standing[]::new));

    CriterionFigures figures = CriterionFigures.of(book(), List.of(ACKS)).get(0);

    assertThat(figures.passRate()).isEqualTo(99);
    assertThat(figures.judged()).isEqualTo(301);
    assertThat(figures.count(OutcomeKind.FAILED)).isEqualTo(1);
    assertThat(figures.count(OutcomeKind.BLOCKED)).isZero();
    assertThat(figures.average()).isEqualByComparingTo("100");
  }

  @Test
  void aMisconceptionThatTheCatalogueLacksKeepsItsName() throws Exception {
    MadeUpRun.write(run, MadeUpRun.graded("anna", 99, 0), MadeUpRun.graded("ben", 100, 0));

    Belief belief = Belief.of(book()).get(0);

    assertThat(belief.title()).isEqualTo("fire-and-forget");
    assertThat(belief.why()).isEmpty();
    assertThat(belief.holders())
        .singleElement()
        .extracting(each -> each.who().id())
        .isEqualTo("anna");
    assertThat(new Belief("no-key", List.of()).title()).isEqualTo(Misconception.NO_KEY.title());
  }

  @Test
  void whatIsMissingNamesWhoLacksIt() throws Exception {
    MadeUpRun.write(run, MadeUpRun.graded("ben", 99, 0), MadeUpRun.graded("anna", 100, 0));

    assertThat(MissingDeliverable.of(book()))
        .singleElement()
        .satisfies(
            each -> assertThat(each.students()).extracting(who -> who.id()).containsExactly("ben"));
  }

  private ClassBook book() throws Exception {
    return ClassBook.read(run, Set.of("producer.acks", "bonus.headers"));
  }

  private static List<BigDecimal> numbers(String text) {
    return Stream.of(text.split(" ", -1)).map(BigDecimal::new).toList();
  }
}
