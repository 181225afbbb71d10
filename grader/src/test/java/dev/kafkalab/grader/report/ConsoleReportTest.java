package dev.kafkalab.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreTheLocale() {
    Locale.setDefault(before);
  }

  @Test
  void aMixedGradeReadsWordForWord() {
    assertThat(ConsoleReport.of(MixedGrade.mixed(), Style.PLAIN))
        .isEqualTo(
            """
            ada: 7 of 36 points
            Kafka 4.1.0 (embedded), seed 42, 12.3 s

            Fix first: producer.delivers
                       One event is missing.
                       at Producer.java:31
                         sent  7
                         lost  1
                       → Wait for it.

            Task 1: The topic  5 of 5
            ✓  5/5  topic.created            the topic is there

            Task 2: The producer  2 of 25
            ✗  2/8  producer.delivers        each event arrives
                       (see above)
            ✗  0/10 producer.key-affinity    the key is the user
                       There is no key.
                       → Set it.
            –  0/7  producer.order           blocked by producer.delivers
                       Nothing arrived.

            Task 3: The consumer  0 of 6
            ·  0/6  consumer.dispatches      each event is handled
                       Task 3 is not written yet: run
            """);
  }

  @Test
  void anIncompleteGradeSaysThatItDoesNotCount() {
    assertThat(ConsoleReport.of(MixedGrade.incomplete(), Style.PLAIN))
        .isEqualTo(
            """
            ada: 5 of 14 points
            Kafka 4.1.0 (embedded), seed 42, 12.3 s

            Task 1: The topic  5 of 5
            ✓  5/5  topic.created            the topic is there

            Task 4: The consumer group  0 of 9
            !  0/9  group.shares             members share

            The grader itself failed: this score does not count. Please run it again.
            """);
  }

  @Test
  void whatCannotBeGradedIsToldWithEachProblem() {
    assertThat(ConsoleReport.of(MixedGrade.notGradable(), Style.PLAIN))
        .isEqualTo(
            """
            ada: 0 of 0 points
            Kafka 4.1.0 (embedded), seed 42, 12.3 s

            Nothing could be run, so nothing earned points. Fix this first:

                       ';' expected.
                       at A.java:3
                       → Add it.

                       There is no class B.
            """);
  }

  @Test
  void aTickIsOneLine() {
    assertThat(ConsoleReport.tick(MixedGrade.PASS, Style.PLAIN))
        .isEqualTo("  ✓ topic.created               1.3 s");
  }

  @Test
  void timingsAreInTheirOrderWithTheirSumAtTheEnd() {
    assertThat(ConsoleReport.timings(MixedGrade.mixed()))
        .isEqualTo(
            """
            Where the time went
              compile                      1.50 s
              start the broker             0.80 s
              all of it                   12.35 s
            """);
  }

  @Test
  void numbersReadTheSameInEveryCountry() {
    Locale.setDefault(Locale.GERMANY);

    aMixedGradeReadsWordForWord();
    aTickIsOneLine();
    timingsAreInTheirOrderWithTheirSumAtTheEnd();
  }

  @Test
  void onlyATerminalIsSentEscapeSequences() {
    assertThat(ConsoleReport.of(MixedGrade.mixed(), Style.PLAIN)).doesNotContain("\u001B");
    assertThat(ConsoleReport.of(MixedGrade.mixed(), Style.COLOURED))
        .startsWith("\u001B[1mada: 7 of 36 points\u001B[0m\n")
        .contains("\u001B[32m✓\u001B[0m  5/5  topic.created");
  }
}
