package dev.kafkalab.grader.criteria.answers;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.feedback.Ellipsis;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.submission.answers.Answers;
import dev.kafkalab.grader.submission.answers.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says which answers do not match what Kafka did, and how to find out; never the answer. */
final class AnswerFeedback {

  private static final int LONGEST_QUOTE = 60;

  private AnswerFeedback() {}

  static Feedback none(boolean fileFound) {
    return fileFound
        ? Feedback.of("ANSWERS.md has no answers yet.", "Replace the dots with your answers.")
        : Feedback.of(
            "There is no file ANSWERS.md at the top level of the submission.",
            "Copy the one from the template, and replace the dots with your answers.");
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
                  : "'%s' does not match what was observed".formatted(quoted(given))));
    }
    if (!unexplained.isEmpty()) {
      facts.add(fact("no explanation yet", numbers(unexplained)));
    }
    return new Feedback(message(disagreeing, unexplained), hint(disagreeing), null, facts);
  }

  private static String message(List<Question> disagreeing, List<Question> unexplained) {
    if (disagreeing.isEmpty()) {
      return "Your measured answers match what was observed, but some questions have no explanation yet.";
    }
    return unexplained.isEmpty()
        ? "The grader ran the experiments with its own clients, and not all of your answers match what it observed."
        : "The grader ran the experiments with its own clients: not all of your answers match what it observed, "
            + "and some questions have no explanation yet.";
  }

  private static String hint(List<Question> disagreeing) {
    return disagreeing.isEmpty()
        ? "Write at least one sentence after 'Why:' or 'Answer:'. Your instructor reads it."
        : experiment(disagreeing.get(0));
  }

  private static String experiment(Question question) {
    return switch (question) {
      case PARTITION ->
          "5.1: send an event of user_999 with your producer, and check in a Kafka UI, "
              + "or with RecordMetadata.partition(), where it went.";
      case SHARES ->
          "5.2: start ConsumerApp twice with the same group, and look at the group in a Kafka UI, "
              + "or with kafka-consumer-groups.sh --describe.";
      case COMMITTED ->
          "5.3: publish the three records, let your consumer read them, and look at CURRENT-OFFSET "
              + "in the output of kafka-consumer-groups.sh --describe.";
      case RESTART ->
          "5.4: print the offset of each record, kill the consumer with kill -9 while it is running, "
              + "look at the committed offset, and start it again.";
      case COMMIT_FIRST, HANDLED_TWICE -> "";
    };
  }

  private static String numbers(List<Question> questions) {
    return questions.stream().map(Question::number).collect(Collectors.joining(", "));
  }

  private static String quoted(String text) {
    return Ellipsis.after(LONGEST_QUOTE, text.replaceAll("\\s+", " "));
  }
}
