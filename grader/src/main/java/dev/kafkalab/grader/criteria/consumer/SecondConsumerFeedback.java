package dev.kafkalab.grader.criteria.consumer;

import dev.kafkalab.grader.criteria.stage.FailureFeedback;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import java.util.Locale;

/** Says what two consumers of one program have in common that they must not. */
final class SecondConsumerFeedback {

  private static final String STATIC =
      "Keep the settings, the handler and each client in fields of the object: a static field is the same one for all objects.";

  private static final String WHILE =
      "While two consumers ran in one program, each with a topic and a handler of its own, ";

  private SecondConsumerFeedback() {}

  static Feedback otherHandler(PublishedEvent event) {
    return Feedback.of(
        "Two consumers ran in one program, each with a topic and a handler of its own, and the event at %s reached the handler of the other one."
            .formatted(event.place()),
        STATIC);
  }

  static Feedback ended(RuntimeException why) {
    Feedback end = FailureFeedback.of(why);
    return new Feedback(
        WHILE + "one of them ended: " + end.message(), STATIC, end.location(), end.facts());
  }

  static Feedback notHandled(PublishedEvent first, int missing, int published) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            WHILE
                + "%d of %d events of one of them never reached its handler; the first is the one at %s.",
            missing,
            published,
            first.place()),
        STATIC);
  }
}
