package dev.kafkalab.grader.submission.answers;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a student answered to the lab's questions.
 *
 * @param fileFound whether there is a file with answers at all
 * @param byQuestion what was written, for each question that was found
 */
public record Answers(boolean fileFound, Map<Question, Answer> byQuestion) {

  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?(-->|$)");

  /** There is no file with answers. */
  public static final Answers MISSING = new Answers(false, Map.of());

  /** Copies the map, so that answers never change. */
  public Answers {
    byQuestion = Map.copyOf(byQuestion);
  }

  /** Reads what was written in the text of an ANSWERS.md. */
  public static Answers in(String text) {
    Map<Question, Answer> answers = new EnumMap<>(Question.class);
    for (Section section :
        Section.allOf(COMMENT.matcher(text.replace("\uFEFF", "")).replaceAll(""))) {
      // A heading may be there twice, once with nothing below it: the one with an answer counts.
      if (section.answer().isGiven() || !answers.containsKey(section.question())) {
        answers.put(section.question(), section.answer());
      }
    }
    return new Answers(true, answers);
  }

  /** Returns what was written under this question, which may be nothing. */
  public Answer to(Question question) {
    return byQuestion.getOrDefault(question, Answer.NONE);
  }

  /** Returns whether anything was answered. */
  public boolean isGiven() {
    return byQuestion.values().stream().anyMatch(Answer::isGiven);
  }

  /** Returns how many questions have an answer. */
  public long given() {
    return byQuestion.values().stream().filter(Answer::isGiven).count();
  }
}
