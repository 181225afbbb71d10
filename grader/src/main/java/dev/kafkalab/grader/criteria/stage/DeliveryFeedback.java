package dev.kafkalab.grader.criteria.stage;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import java.util.Locale;

/** Says that nothing came of what the producer was given. */
public final class DeliveryFeedback {

  private DeliveryFeedback() {}

  public static Feedback nothingArrived(StudentRun run, int sent) {
    String topic = run.settings().topic();
    return run.foreignTopic()
        .map(foreign -> foreignTopic(topic, foreign, sent).at(run.producerTrace().sendTo(foreign)))
        .orElseGet(() -> noneArrived(topic, sent, run.producerTrace()));
  }

  static Feedback foreignTopic(String topic, String foreign, int sent) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "%d events should go to the topic '%s', but your code asked the broker for '%s'.",
                sent,
                topic,
                foreign),
            "",
            fact("expected topic", topic),
            fact("asked for", foreign))
        .because(Misconception.NAME_WRITTEN_INTO_THE_CODE);
  }

  static Feedback noneArrived(String topic, int sent, ProducerTrace trace) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "%d events were sent, but none arrived in the topic '%s'.",
                sent,
                topic),
            "Does send() reach KafkaProducer.send, and does close() let it finish? "
                + "Print the arguments of the delivery callback.",
            fact("sent", sent),
            fact("in the topic", 0))
        .and(trace.calls())
        .at(trace.send());
  }

  public static CriterionEnded blockedByDelivery(StudentRun run, int sent) {
    return CriterionEnded.blocked(CriterionId.PRODUCER_DELIVERS, nothingArrived(run, sent));
  }
}
