package dev.kafkalab.grader.submission.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Partition: 1",
        "Partition:1",
        "partition : 1",
        "**Partition:** 1",
        "**Partition**: 1",
        "Partition: **1**",
        "Partition: `1`",
        "Partition: _1_",
        "Partition: 1.",
        "- Partition: partition 1",
        "> Partition: 1",
        "PARTITION: it is partition 1, of 3",
        "Partition: user_999 goes to 1",
        "Partition: murmur2 says 1",
        "Partition: number one",
        "Partition:\n1",
        "Partition:\n\n  Partition 1",
        "Partition: <!-- a number --> 1",
        "Why: ...\nPartition: 1",
        "Partition: (1)",
        "Partition: = 1",
        "Answer: Partition 1, because of the hash\nof the key",
      })
  void readsANumberInManyShapes(String written) {
    Answer answer =
        Answers.in("# A\n\n## 5.1 Which? With 3 of them.\n\n5 words.\n\n" + written + "\n")
            .to(Question.PARTITION);

    assertThat(answer.numbers()).startsWith(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Partition: ...",
        "Partition: …",
        "Partition:",
        "Partition: ?",
        "Partition: TODO",
        "**Partition:** ...",
        "Partition: _..._",
        "Why: ...",
        "Partition:\n...\nWhy:\n..."
      })
  void takesDotsForNoAnswer(String written) {
    Answers answers = Answers.in("## 5.1 Which?\n\nThe text of question 1.\n\n" + written + "\n");

    assertThat(answers.isGiven()).isFalse();
    assertThat(answers.to(Question.PARTITION).isGiven()).isFalse();
  }

  static Stream<Arguments> shares() {
    return Stream.of(
        Arguments.of("2 and 1", List.of(2, 1)),
        Arguments.of("2, 1", List.of(2, 1)),
        Arguments.of("2,1", List.of(2, 1)),
        Arguments.of("1 + 2", List.of(1, 2)),
        Arguments.of("1+2", List.of(1, 2)),
        Arguments.of("2/1", List.of(2, 1)),
        Arguments.of("two and one", List.of(2, 1)),
        Arguments.of("member 1: 2, member 2: 1", List.of(2, 1)),
        Arguments.of("Consumer #1 has 2 partitions and consumer #2 has 1", List.of(2, 1)));
  }

  @ParameterizedTest
  @MethodSource("shares")
  void readsTwoNumbersInManyShapes(String written, List<Integer> numbers) {
    Answers answers = Answers.in("## 5.2 x\nPartitions of each  Member: " + written);

    assertThat(answers.to(Question.SHARES).numbers()).isEqualTo(numbers);
  }

  @Test
  void readsTheFreeTextUpToTheNextHeading() {
    Answers answers =
        Answers.in(
            """
            ## 5.4 Where?
            First offset read after the restart: 30
            **Why:** it is
            the committed one.

            As said: nobody read more.
            ### 5.5 What if?
            Answer:
            - a crash
            ```
            # no heading
            ```
            ## Notes
            Answer: not this
            """);

    assertThat(answers.to(Question.RESTART).measured()).isEqualTo("30");
    assertThat(answers.to(Question.RESTART).text())
        .isEqualTo("it is\nthe committed one.\n\nAs said: nobody read more.");
    assertThat(answers.to(Question.COMMIT_FIRST).text())
        .isEqualTo("- a crash\n```\n# no heading\n```");
    assertThat(answers.given()).isEqualTo(2);
  }

  @Test
  void takesTheAnswerWhereAHeadingIsThereTwice() {
    Answers answers = Answers.in("## 5.6\nAnswer: twice is too much\n## 5.6\nAnswer: ...");

    assertThat(answers.to(Question.HANDLED_TWICE).text()).isEqualTo("twice is too much");
  }

  @Test
  void doesNotTakeOneQuestionForAnother() {
    Answers answers = Answers.in("## 5.10 x\nAnswer: a b c\n## 15.1\nPartition: 1");

    assertThat(answers.isGiven()).isFalse();
  }

  @Test
  void readsWhatOtherSystemsWrite() {
    Answers answers = Answers.in("\uFEFF## 5.1 x\r\nPartition: 1\r\nWhy: the hash decides\r\n");

    assertThat(answers.to(Question.PARTITION)).isEqualTo(new Answer("1", "the hash decides"));
  }

  @Test
  void asksForAFewWords() {
    assertThat(new Answer("", "the hash decides").isExplained()).isTrue();
    assertThat(new Answer("", "- - - x").isExplained()).isFalse();
    assertThat(new Answer("", "").isExplained()).isFalse();
  }
}
