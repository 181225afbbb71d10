package dev.kafkalab.grader.criteria.stage;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.criteria.trace.ConsumerTrace;
import dev.kafkalab.grader.criteria.trace.Counted;
import dev.kafkalab.grader.criteria.trace.Lines;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what is wrong with the events that the handler received. */
public final class ConsumerFeedback {

  private ConsumerFeedback() {}

  public static Feedback neverCalled(ConsumerTrace signs) {
    return signs
        .foreignTopic()
        .map(
            foreign ->
                Feedback.of(
                        "The consumer should read the topic '%s', but it asked the broker for '%s'."
                            .formatted(signs.topic(), foreign),
                        "")
                    .at(signs.lines().subscription())
                    .because(Misconception.NAME_WRITTEN_INTO_THE_CODE))
        .orElseGet(
            () ->
                Feedback.of(
                        "There are events in the topic and run() is running, but the handler was never called.",
                        "Does run() subscribe, poll in a loop and call the handler for each record?",
                        fact("fetch requests", signs.fetches()),
                        fact("group joined", signs.group().orElse("none")))
                    .at(signs.lines().poll()));
  }

  static Feedback stoppedHandling(Lines lines, int published, int calls) {
    return Feedback.of(
            "The consumer handled some events, but then it stopped handling any.",
            "Check what leaves or blocks the poll loop after the first records.",
            fact("published", published),
            fact("handler calls", calls))
        .at(lines.poll());
  }

  public static Feedback startsAtTheEnd(
      List<PublishedEvent> passedOver, String group, Lines lines) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("first event skipped", passedOver.get(0).place()));
    lines
        .setting(group, "auto.offset.reset")
        .ifPresent(value -> facts.add(fact("auto.offset.reset", value)));
    return new Feedback(
            "%s in the topic before the consumer started, but it skipped all of them: it began at the end."
                .formatted(Counted.eventsWere(passedOver.size())),
            "",
            lines.making(group),
            facts)
        .because(Misconception.LATEST_INSTEAD_OF_EARLIEST);
  }

  public static Feedback stoppedAfterAPause(List<PublishedEvent> missing, Lines lines) {
    return Feedback.of(
            "After a few seconds without new events, %s never handled."
                .formatted(Counted.eventsWere(missing.size())),
            "",
            fact("first one missing", missing.get(0).place()))
        .at(lines.poll())
        .because(Misconception.EMPTY_POLL_ENDS_THE_LOOP);
  }

  public static Feedback missing(List<PublishedEvent> missing, int published) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "%d of %s never reached the handler.",
            missing.size(),
            Counted.events(published)),
        "Does each event type have its own branch, any other type the one of onOther(), and does the loop continue after each of them?",
        fact("first one missing", describe(missing.get(0))));
  }

  public static Feedback wrongMethod(PublishedEvent event, HandlerCall call, String expected) {
    return Feedback.of(
        "An event of type '%s' should go to %s(), but it went to %s()."
            .formatted(event.event().eventType(), expected, call.method()),
        "Compare types with equals(), and check which handler method each branch calls.",
        fact("event", describe(event)));
  }

  public static Feedback changed(PublishedEvent event, List<String> differences) {
    return Feedback.of(
        "The handler received an event that differs from the one in the topic: %s."
            .formatted(differences.get(0)),
        "Compare how you read each field with the lab's wire format; all other fields belong in data().",
        fact("event", describe(event)),
        fact("differences", String.join("; ", differences)));
  }

  public static Feedback neverPublished(HandlerCall call) {
    return Feedback.of(
        "The handler received an event that is not in the topic.",
        "Create each event from one record, and from nothing else.",
        fact("passed to " + call.method() + "()", String.valueOf(call.event())));
  }

  public static Feedback repeated(PublishedEvent event) {
    return Feedback.of(
        "Each event should reach the handler once, but the one at %s reached it again."
            .formatted(event.place()),
        "One record means one call. Does your code call the handler twice, or read the record again?",
        fact("event", describe(event)));
  }

  public static Feedback outOfOrder(PublishedEvent event) {
    return Feedback.of(
        "The events of a partition should be handled in order, but the one at %s came after a later one."
            .formatted(event.place()),
        "You may handle records in several threads only if each partition stays with one thread.",
        fact("event", describe(event)));
  }

  private static String describe(PublishedEvent event) {
    return "%s by %s at %s"
        .formatted(event.event().eventType(), event.event().userId(), event.place());
  }

  public static Feedback stopIgnored(StudentFailure.DidNotReturn failure, Lines lines) {
    String where =
        failure.stoodIn().isEmpty() ? "" : " (it was in %s)".formatted(failure.stoodIn());
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "After stop(), run() should return, but it had not returned after %d s%s.",
                failure.waited().toSeconds(),
                where),
            "")
        .at(lines.poll())
        .at(failure.location())
        .because(Misconception.STOP_IGNORED);
  }

  public static Feedback noMember(Lines lines) {
    return Feedback.of(
            "The consumer reads the topic but is not a member of any group, so a second one would read everything again.",
            "")
        .at(lines.assign())
        .because(Misconception.ASSIGN_INSTEAD_OF_SUBSCRIBE);
  }
}
