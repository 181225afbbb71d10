package dev.kafkalab.grader.criteria.answers;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.submission.Answers;
import dev.kafkalab.grader.submission.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says which answers do not agree with what Kafka did, and how to find out; never the answer. */
final class AnswerFeedback {

  private static final int LONGEST_QUOTE = 60;

  private AnswerFeedback() {}

  static Feedback none(boolean fileFound) {
    return fileFound
        ? Feedback.of("ANSWERS.md has no answers yet.", "Write each answer in place of the dots.")
        : Feedback.of(
            "There is no file ANSWERS.md at the top of the submission.",
            "Take the one of the template and write each answer in place of the dots.");
  }

  static Feedback of(Answers answers, List<Question> disagreeing, List<Question> unexplained) {
    List<Fact> facts = new ArrayList<>();
    for (Question question : disagreeing) {
      String given = answers.to(question).measured();
      facts.add(
          fact(
              question.number(),
              given.isEmpty()
                  ? "not answered yet"
                  : "'%s' does not agree with what was observed".formatted(quoted(given))));
    }
    if (!unexplained.isEmpty()) {
      facts.add(fact("without a sentence yet", numbers(unexplained)));
    }
    return new Feedback(message(disagreeing, unexplained), hint(disagreeing), null, facts);
  }

  private static String message(List<Question> disagreeing, List<Question> unexplained) {
    if (disagreeing.isEmpty()) {
      return "What can be measured agrees with what was observed; some questions have no free text yet.";
    }
    return unexplained.isEmpty()
        ? "The grader made the experiments with its own clients, and not all answers agree with what it saw."
        : "The grader made the experiments with its own clients: not all answers agree with what it saw, "
            + "and some questions have no free text yet.";
  }

  private static String hint(List<Question> disagreeing) {
    return disagreeing.isEmpty()
        ? "Write at least a sentence after Why: or Answer: - your instructor reads it."
        : experiment(disagreeing.get(0));
  }

  private static String experiment(Question question) {
    return switch (question) {
      case PARTITION ->
          "5.1: send an event of user_999 with your producer and look in a Kafka UI, "
              + "or at RecordMetadata.partition(), where it went.";
      case SHARES ->
          "5.2: start ConsumerApp twice with one group and look at the group in a Kafka UI, "
              + "or with kafka-consumer-groups.sh --describe.";
      case COMMITTED ->
          "5.3: publish the three records, let your consumer pass them, and look at CURRENT-OFFSET "
              + "of kafka-consumer-groups.sh --describe.";
      case RESTART ->
          "5.4: print the offset of each record, kill the consumer with kill -9 in mid-stream, "
              + "look at what is committed, and start it again.";
      case COMMIT_FIRST, HANDLED_TWICE -> "";
    };
  }

  private static String numbers(List<Question> questions) {
    return questions.stream().map(Question::number).collect(Collectors.joining(", "));
  }

  private static String quoted(String text) {
    String oneLine = text.replaceAll("\\s+", " ");
    return oneLine.length() <= LONGEST_QUOTE ? oneLine : oneLine.substring(0, LONGEST_QUOTE) + "…";
  }
}
