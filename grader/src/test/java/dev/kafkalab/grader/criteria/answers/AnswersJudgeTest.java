package dev.kafkalab.grader.criteria.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.evidence.AnswerKey;
import dev.kafkalab.grader.submission.answers.Answer;
import dev.kafkalab.grader.submission.answers.Question;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersJudgeTest {

  private static final AnswerKey KEY = new AnswerKey(1, List.of(2, 1), 3, 30);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PARTITION | partition 1             | true
          PARTITION | 2                       | false
          PARTITION | 1 of 3                  | true
          PARTITION | ''                      | false
          SHARES    | 2 and 1                 | true
          SHARES    | 1 + 2                   | true
          SHARES    | one gets two, one gets one | true
          SHARES    | 3 and 0                 | false
          SHARES    | 2                       | false
          SHARES    | 2, 1                    | true
          COMMITTED | offset 3                | true
          COMMITTED | 2                       | false
          RESTART   | 30                      | true
          RESTART   | 31                      | false
          """)
  void comparesAnAnswerWithWhatWasObserved(Question question, String written, boolean agrees) {
    assertThat(AnswersJudge.agrees(question, new Answer(written, ""), KEY)).isEqualTo(agrees);
  }

  @Test
  void givesAPointForEachPartThatHolds() {
    assertThat(AnswersJudge.points(List.of(), List.of())).isEqualTo(5);
    assertThat(AnswersJudge.points(List.of(Question.SHARES), List.of())).isEqualTo(4);
    assertThat(AnswersJudge.points(List.of(), List.of(Question.SHARES))).isEqualTo(4);
    assertThat(
            AnswersJudge.points(
                List.of(Question.PARTITION, Question.SHARES, Question.COMMITTED, Question.RESTART),
                List.of(Question.SHARES)))
        .isZero();
  }

  @Test
  void quotesALongTextInPart() {
    assertThat(AnswersJudge.shortened("a\n b")).isEqualTo("a b");
    assertThat(AnswersJudge.shortened("x".repeat(1_000))).hasSize(402).endsWith("x …");
  }
}
