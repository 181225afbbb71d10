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
  void aRemarkAboutTheBrokerStandsBelowIt() {
    assertThat(ConsoleReport.of(MixedGrade.withRemark(), Style.PLAIN))
        .contains(
            """
            Kafka 4.1.0 (embedded), isolation: process, seed 42, 12.3 s
            Docker does not answer.
            """);
  }

  @Test
  void aMixedGradeReadsWordForWord() {
    assertThat(ConsoleReport.of(MixedGrade.mixed(), Style.PLAIN))
        .isEqualTo(
            """
            ada
            Kafka 4.1.0 (embedded), isolation: process, seed 42, 12.3 s

            Task 1: The topic  5 of 5
            ✓  5/5  topic.created

            Task 2: The producer  2 of 25
            ✗  2/8  producer.delivers        each event arrives
                       (see below)
            ✗  0/10 producer.key-affinity    the key is the user
                       There is no key.
                       → Set it.
                       Stuck? HINTS.md, section producer.key-affinity
            –  0/7  producer.order           blocked by producer.delivers
                       Nothing arrived.

            Task 3: The consumer  0 of 6
            ·  0/6  consumer.dispatches      each event is handled
                       Task 3 is not written yet: run

            Fix first: producer.delivers
                       One event is missing.
                       at Producer.java:31  producer.close(Duration.ZERO);
                         sent  7
                         lost  1
                       → Wait for it.
                       Stuck? HINTS.md, section producer.delivers

            ada: 7 of 36 points
            """);
  }

  @Test
  void lessonsAreToldOnceAndObservationsToTheirCriterion() {
    assertThat(ConsoleReport.of(MixedGrade.lessons(), Style.PLAIN))
        .isEqualTo(
            """
            ada
            Kafka 4.1.0 (embedded), isolation: process, seed 42, 12.3 s

            Task 3: The consumer  4 of 14
            ✗  4/10 consumer.manual-commit   commits come after
                       (see below)
                         commits  3
            ✗  0/4  consumer.crash           nothing is lost
                       Events are lost.
                       Offsets are committed automatically: see below.
                       → Mend the other one.
                       Stuck? HINTS.md, section consumer.crash

            Task 5: The questions  5 of 5
            ✓  5/5  answers

            Task 6: The challenges  2 of 5
            ✗  2/5  bonus.headers            there are headers
                       Stuck? HINTS.md, section bonus.headers

            Fix first: consumer.manual-commit
                       The commit came too early.
                         held  67
                         partition 1
                           held       67
                           committed  77  Consumer.java:61
                                      ^ 67 was not handled yet
                           killed
                       Offsets are committed automatically. The client commits whatever it has read, whether or
                       not your program has handled it. After a crash, events that were read but not yet
                       handled are skipped silently.
                       Read more: Consumer Configs: enable.auto.commit
                         https://kafka.apache.org/44/configuration/consumer-configs/#consumerconfigs_enable.auto.commit
                       → Turn off automatic commits in the consumer's settings, and commit after your own work
                         is done.
                       Stuck? HINTS.md, section consumer.manual-commit

            ada: 9 of 19 points, 2 of 5 bonus points
            """);
  }

  @Test
  void aGradeWithNothingToFixEndsWithWhatToWrite() {
    assertThat(ConsoleReport.of(MixedGrade.unwritten(), Style.PLAIN))
        .contains(
            """
            ·  0/6  consumer.dispatches      each event is handled
            ·  0/4  consumer.resumes         it goes on

            Task 6: The challenges  2 of 5
            """)
        .endsWith(
            """
            Next: write the code for consumer.dispatches (Task 3)
                       each event is handled
                       Task 3 is not written yet: run
                       Stuck? HINTS.md, section consumer.dispatches

            ada: 5 of 15 points, 2 of 5 bonus points
            """);
  }

  @Test
  void whatIsToldAtTheEndIsNotToldAbove() {
    assertThat(ConsoleReport.of(MixedGrade.sameFailures(), Style.PLAIN))
        .endsWith(
            """
            Task 2: The producer  0 of 17
            ✗  0/10 producer.key-affinity    the key is the user
                       (see below)
            ✗  0/7  producer.order           the order is kept
                       (see below)
                       Stuck? HINTS.md, section producer.order

            Fix first: producer.key-affinity
                       There is no key.
                       → Set it.
                       Stuck? HINTS.md, section producer.key-affinity

            ada: 0 of 17 points
            """);
  }

  @Test
  void ofTheDeliverablesThoseThatAreMissingAreNamed() {
    assertThat(ConsoleReport.of(MixedGrade.withDeliverables(), Style.PLAIN))
        .endsWith(
            """
            ✓  5/5  topic.created

            Deliverables  1 of 2
            ·  screenshot of the topic  a picture in docs�

            ada: 5 of 5 points
            """);
  }

  @Test
  void whatPassedIsFoldedToTheNamesOfEachTask() {
    assertThat(ConsoleReport.of(MixedGrade.allOfATask(9), Style.PLAIN))
        .endsWith(
            """
            Task 2: The producer  9 of 9
            ✓  9/9  producer.rule-0, producer.rule-1, producer.rule-2, producer.rule-3,
                    producer.rule-4, producer.rule-5, producer.rule-6, producer.rule-7,
                    producer.rule-8

            ada: 9 of 9 points
            """);
  }

  @Test
  void longObservationsAreCutToALine() {
    String report = ConsoleReport.of(MixedGrade.withLongObservation(), Style.PLAIN);

    assertThat(report.lines().filter(line -> line.contains("5.6")))
        .singleElement()
        .satisfies(line -> assertThat(line).endsWith("why why …").hasSizeBetween(90, 100));
  }

  @Test
  void observationsAreFaintOnATerminal() {
    assertThat(ConsoleReport.of(MixedGrade.lessons(), Style.COLOURED))
        .contains("\u001B[2m             commits  3\u001B[0m\n");
  }

  @Test
  void anIncompleteGradeSaysThatItDoesNotCount() {
    assertThat(ConsoleReport.of(MixedGrade.incomplete(), Style.PLAIN))
        .isEqualTo(
            """
            ada
            Kafka 4.1.0 (embedded), isolation: process, seed 42, 12.3 s

            Task 1: The topic  5 of 5
            ✓  5/5  topic.created

            Task 4: The consumer group  0 of 9
            !  0/9  group.shares             members share

            ada: 5 of 14 points
            The grader itself failed: this score does not count. Please run it again.
            """);
  }

  @Test
  void whatCannotBeGradedIsToldWithEachProblem() {
    assertThat(ConsoleReport.of(MixedGrade.notGradable(), Style.PLAIN))
        .isEqualTo(
            """
            ada
            Kafka 4.1.0 (embedded), isolation: process, seed 42, 12.3 s

            Nothing could be run, so there are no points. Fix this first:

                       ';' expected.
                       at A.java:3
                       → Add it.

                       There is no class B.

            ada: 0 of 0 points
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
            Time taken
              compile                      1.50 s
              start the broker             0.80 s
              total                       12.35 s
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
        .endsWith("\u001B[1mada: 7 of 36 points\u001B[0m\n")
        .contains("\u001B[32m✓\u001B[0m  5/5  topic.created");
  }
}
