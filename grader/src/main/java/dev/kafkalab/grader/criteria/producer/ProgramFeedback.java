package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.criteria.stage.FailureFeedback;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Says what is wrong with the producer program. */
final class ProgramFeedback {

  private static final int LAST_LINES = 5;

  private ProgramFeedback() {}

  static Feedback missing(String what) {
    return Feedback.of(
        "The lab asks for a program dev.kafkalab.lab.ProducerApp, but there is no such %s."
            .formatted(what),
        "Keep the template's ProducerApp.java: its name, its package and the signature of main.");
  }

  static Feedback notWritten(StudentFailure.NotWritten failure) {
    return Feedback.of(
            "The producer's close() is right, but ProducerApp is not written yet.",
            "Create the topic, send events of the three types, print each delivery, and close the producer.")
        .at(failure.location());
  }

  static Feedback threw(StudentFailure.Threw failure) {
    return FailureFeedback.of(failure);
  }

  static Feedback sentNothing(List<String> output) {
    return Feedback.of(
            "ProducerApp was started with a broker's address, but it sent no event there.",
            "The first argument is the broker. Does the program create its topic, send events and close the producer before it ends?")
        .and(last(output));
  }

  static Feedback didNotWait(List<String> output) {
    return Feedback.of(
            "ProducerApp ended before the broker had confirmed its events.",
            "Close the producer before main() returns: try-with-resources does so, also after an exception.")
        .and(last(output))
        .because(Misconception.NO_FLUSH);
  }

  static Feedback doesNotEnd(StudentFailure.DidNotReturn stuck, List<String> output) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "ProducerApp should end when its events are delivered, but it was still running after %d s.",
                stuck.waited().toSeconds()),
            "Does main() return? A thread or a pool of yours that is not a daemon keeps the process alive.")
        .and(last(output))
        .at(stuck.location());
  }

  static Feedback exitCode(int code, List<String> output) {
    return Feedback.of(
            String.format(
                Locale.ROOT, "ProducerApp should end with exit code 0, but it was %d.", code),
            "Return from main() when all is delivered, without System.exit.")
        .and(last(output));
  }

  static Feedback otherTopic(String topic, int partitions) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "ProducerApp should create its topic '%s' with 3 partitions, but it has %d.",
            topic,
            partitions),
        "Call createTopic() of the lab's TopicSetup before you send.");
  }

  static Feedback types(int events, Set<String> missing) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "ProducerApp should send events of the three types, but among its %d there is no %s.",
            events,
            String.join(" and no ", missing)),
        "Send a few logins, purchases and logouts.");
  }

  static Feedback withoutKeys() {
    return Feedback.of(
            "An event that ProducerApp sent does not have its user_id as key.",
            "Let the program send by your UserEventProducer, which sets the key.")
        .because(Misconception.KEY_IS_NOT_THE_USER);
  }

  private static List<Fact> last(List<String> output) {
    int from = Math.max(0, output.size() - LAST_LINES);
    return output.isEmpty()
        ? List.of()
        : List.of(fact("last output", String.join("\n", output.subList(from, output.size()))));
  }
}
