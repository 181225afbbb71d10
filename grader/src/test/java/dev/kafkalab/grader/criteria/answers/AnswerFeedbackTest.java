package dev.kafkalab.grader.criteria.answers;

import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.submission.Answers;
import dev.kafkalab.grader.submission.Question;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerFeedbackTest {

  @Test
  void saysThatThereIsNoFile() {
    assertReads(
        AnswerFeedback.none(false),
        "There is no file ANSWERS.md at the top of the submission.",
        "Take the one of the template and write each answer in place of the dots.");
  }

  @Test
  void saysThatNothingIsAnswered() {
    assertReads(
        AnswerFeedback.none(true),
        "ANSWERS.md has no answers yet.",
        "Write each answer in place of the dots.");
  }

  @Test
  void quotesTheAnswerAndSaysHowToFindOut() {
    assertReads(
        AnswerFeedback.of(
            Answers.in("## 5.1\nPartition: 2\n"),
            List.of(Question.PARTITION, Question.COMMITTED),
            List.of()),
        "The grader made the experiments with its own clients, and not all answers agree with what it saw.",
        "5.1: send an event of user_999 with your producer and look in a Kafka UI, "
            + "or at RecordMetadata.partition(), where it went.",
        "5.1",
        "'2' does not agree with what was observed",
        "5.3",
        "not answered yet");
  }

  @Test
  void namesTheQuestionsWithoutAText() {
    assertReads(
        AnswerFeedback.of(
            Answers.MISSING, List.of(), List.of(Question.RESTART, Question.HANDLED_TWICE)),
        "What can be measured agrees with what was observed; some questions have no free text yet.",
        "Write at least a sentence after Why: or Answer: - your instructor reads it.",
        "without a sentence yet",
        "5.4, 5.6");
  }

  @Test
  void saysBoth() {
    assertThat(
            AnswerFeedback.of(
                    Answers.MISSING, List.of(Question.SHARES), List.of(Question.HANDLED_TWICE))
                .message())
        .isEqualTo(
            "The grader made the experiments with its own clients: not all answers agree with what it saw, "
                + "and some questions have no free text yet.");
  }

  @ParameterizedTest
  @EnumSource(
      value = Question.class,
      names = {"PARTITION", "SHARES", "COMMITTED", "RESTART"})
  void namesAnExperimentForEachQuestionThatCanBeMeasured(Question question) {
    assertThat(AnswerFeedback.of(Answers.MISSING, List.of(question), List.of()).hint())
        .startsWith(question.number() + ": ");
  }
}
