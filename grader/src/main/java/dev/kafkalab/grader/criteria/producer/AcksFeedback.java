package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Says what is wrong with the acknowledgements that the producer asks for. */
final class AcksFeedback {

  private AcksFeedback() {}

  static Feedback notAll(List<Short> asked, long others, ProducerTrace trace) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "Every Produce request should ask for acks=all (-1 on the wire), but %d of %d did not.",
                others,
                asked.size()),
            "",
            fact("acks on the wire", new TreeSet<>(asked)))
        .and(trace.settings("acks", "enable.idempotence"))
        .at(trace.made())
        .because(Misconception.ACKS_NOT_ALL);
  }
}
