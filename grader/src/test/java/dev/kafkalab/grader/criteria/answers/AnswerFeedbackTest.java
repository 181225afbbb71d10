package dev.kafkalab.grader.criteria.answers;

import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.submission.answers.Answers;
import dev.kafkalab.grader.submission.answers.Question;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerFeedbackTest {

  @Test
  void saysThatThereIsNoFile() {
    assertReads(
        AnswerFeedback.none(false),
        "There is no file ANSWERS.md at the top level of the submission.",
        "Copy the one from the template, and replace the dots with your answers.");
  }

  @Test
  void saysThatNothingIsAnswered() {
    assertReads(
        AnswerFeedback.none(true),
        "ANSWERS.md has no answers yet.",
        "Replace the dots with your answers.");
  }

  @Test
  void quotesTheAnswerAndSaysHowToFindOut() {
    assertReads(
        AnswerFeedback.of(
            Answers.in("## 5.1\nPartition: 2\n"),
            List.of(Question.PARTITION, Question.COMMITTED),
            List.of()),
        "The grader ran the experiments with its own clients, and not all of your answers match what it observed.",
        "5.1: send an event of user_999 with your producer, and check in a Kafka UI, or with "
            + "RecordMetadata.partition(), where it went.",
        "5.1",
        "'2' does not match what was observed",
        "5.3",
        "not answered yet");
  }

  @Test
  void namesTheQuestionsWithoutAText() {
    assertReads(
        AnswerFeedback.of(
            Answers.MISSING, List.of(), List.of(Question.RESTART, Question.HANDLED_TWICE)),
        "Your measured answers match what was observed, but some questions have no explanation yet.",
        "Write at least one sentence after 'Why:' or 'Answer:'. Your instructor reads it.",
        "no explanation yet",
        "5.4, 5.6");
  }

  @Test
  void saysBoth() {
    assertThat(
            AnswerFeedback.of(
                    Answers.MISSING, List.of(Question.SHARES), List.of(Question.HANDLED_TWICE))
                .message())
        .isEqualTo(
            "The grader ran the experiments with its own clients: not all of your answers match "
                + "what it observed, and some questions have no explanation yet.");
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
