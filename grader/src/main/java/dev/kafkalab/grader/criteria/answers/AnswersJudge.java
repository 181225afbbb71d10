package dev.kafkalab.grader.criteria.answers;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;
import static dev.kafkalab.grader.criteria.stage.Conditions.expectAttempt;

import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.evidence.AnswerKey;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.submission.answers.Answer;
import dev.kafkalab.grader.submission.answers.Answers;
import dev.kafkalab.grader.submission.answers.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Judges the answers: a point for each that matches what was observed, and one if every question
 * has an explanation, which the instructor reads.
 */
final class AnswersJudge {

  private static final int LONGEST_QUOTE = 400;

  private final Stage stage;
  private final Answers answers;

  AnswersJudge(Stage stage) {
    this.stage = stage;
    this.answers = stage.answers();
  }

  void judge() {
    expectAttempt(answers.isGiven(), () -> AnswerFeedback.none(answers.fileFound()));
    quote();
    AnswerKey key = stage.observeAnswers();
    List<Question> disagreeing =
        Stream.of(Question.values())
            .filter(Question::isMeasured)
            .filter(question -> !agrees(question, answers.to(question), key))
            .toList();
    List<Question> unexplained =
        Stream.of(Question.values())
            .filter(question -> !answers.to(question).isExplained())
            .toList();
    int earned = points(disagreeing, unexplained);
    expect(
        disagreeing.isEmpty() && unexplained.isEmpty(),
        earned,
        () -> AnswerFeedback.of(answers, disagreeing, unexplained));
  }

  static int points(List<Question> disagreeing, List<Question> unexplained) {
    long measured = Stream.of(Question.values()).filter(Question::isMeasured).count();
    return (int) measured - disagreeing.size() + (unexplained.isEmpty() ? 1 : 0);
  }

  /** A sentence may contain more numbers than the one asked for: the first one counts. */
  static boolean agrees(Question question, Answer answer, AnswerKey key) {
    List<Integer> numbers = answer.numbers();
    if (numbers.isEmpty()) {
      return false;
    }
    return switch (question) {
      case PARTITION -> numbers.get(0) == key.partition();
      case SHARES -> sameShares(numbers, key.shares());
      case COMMITTED -> numbers.get(0) == key.committed();
      case RESTART -> numbers.get(0) == key.restart();
      case COMMIT_FIRST, HANDLED_TWICE -> true;
    };
  }

  private static boolean sameShares(List<Integer> numbers, List<Integer> shares) {
    List<Integer> given = new ArrayList<>(numbers.subList(0, Math.min(2, numbers.size())));
    given.sort(Comparator.reverseOrder());
    return given.equals(shares);
  }

  private void quote() {
    for (Question question : Question.values()) {
      String text = answers.to(question).text();
      if (!text.isEmpty()) {
        stage.note(Fact.fact(question.number(), shortened(text)));
      }
    }
  }

  static String shortened(String text) {
    String oneLine = text.replaceAll("\\s+", " ");
    return oneLine.length() <= LONGEST_QUOTE
        ? oneLine
        : oneLine.substring(0, LONGEST_QUOTE).strip() + " …";
  }
}
