package dev.kafkalab.grader.criteria.stage;

import static dev.kafkalab.grader.criteria.trace.Scene.LOGOUT;
import static dev.kafkalab.grader.criteria.trace.Scene.assertBelief;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Scene.published;
import static dev.kafkalab.grader.studentvm.HandlerCalls.callOf;

import dev.kafkalab.grader.criteria.trace.ConsumerTrace;
import dev.kafkalab.grader.criteria.trace.Recorded;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsumerFeedbackTest {

  @Test
  void namesTheTopicThatWasReadInstead() {
    Feedback feedback =
        ConsumerFeedback.neverCalled(
            new ConsumerTrace(
                "given",
                Optional.of("mine"),
                3,
                Optional.empty(),
                new Recorded().call(Api.SUBSCRIBE).lines()));

    assertReads(
        feedback,
        "The consumer should read the topic 'given', but it asked the broker for 'mine'.",
        "");
    assertBelief(feedback, Misconception.NAME_WRITTEN_INTO_THE_CODE, Recorded.line(1));
  }

  @Test
  void saysThatTheHandlerWasNeverCalled() {
    Feedback feedback =
        ConsumerFeedback.neverCalled(
            new ConsumerTrace(
                "given",
                Optional.empty(),
                3,
                Optional.of("group"),
                new Recorded().poll(0, 1, 2).lines()));

    assertReads(
        feedback,
        "There are events in the topic and run() is running, but the handler was never called.",
        "Does run() subscribe, poll in a loop and call the handler for each record?",
        "fetch requests",
        "3",
        "group joined",
        "group");
    assertBelief(feedback, null, Recorded.line(1));
  }

  @Test
  void saysThatNothingIsHandledAnyMore() {
    Feedback feedback =
        ConsumerFeedback.stoppedHandling(new Recorded().poll(0, 1, 2).lines(), 40, 3);

    assertReads(
        feedback,
        "The consumer handled some events, but then it stopped handling any.",
        "Check what leaves or blocks the poll loop after the first records.",
        "published",
        "40",
        "handler calls",
        "3");
    assertBelief(feedback, null, Recorded.line(1));
  }

  @Test
  void saysHowManyEventsWerePassedOver() {
    Feedback feedback =
        ConsumerFeedback.startsAtTheEnd(
            List.of(published(1, 4), published(1, 5)),
            "g",
            new Recorded().consumer("g", false).lines());

    assertReads(
        feedback,
        "2 events were in the topic before the consumer started, but it skipped all of them: it began at the end.",
        "",
        "first event skipped",
        "partition 1, offset 4",
        "auto.offset.reset",
        "latest");
    assertBelief(feedback, Misconception.LATEST_INSTEAD_OF_EARLIEST, Recorded.line(1));
  }

  @Test
  void saysHowManyEventsNeverCame() {
    assertReads(
        ConsumerFeedback.missing(List.of(published(1, 4)), 30),
        "1 of 30 events never reached the handler.",
        "Does each event type have its own branch, any other type the one of onOther(), and does the loop continue after each of them?",
        "first one missing",
        "logout by user_7 at partition 1, offset 4");
  }

  @Test
  void saysWhichMethodAnEventShouldGoTo() {
    assertReads(
        ConsumerFeedback.wrongMethod(published(1, 4), callOf("onLogin", LOGOUT), "onLogout"),
        "An event of type 'logout' should go to onLogout(), but it went to onLogin().",
        "Compare types with equals(), and check which handler method each branch calls.",
        "event",
        "logout by user_7 at partition 1, offset 4");
  }

  @Test
  void showsEachDifferenceOfAnEvent() {
    assertReads(
        ConsumerFeedback.changed(published(1, 4), List.of("userId should be a but is b", "more")),
        "The handler received an event that differs from the one in the topic: userId should be a but is b.",
        "Compare how you read each field with the lab's wire format; all other fields belong in data().",
        "event",
        "logout by user_7 at partition 1, offset 4",
        "differences",
        "userId should be a but is b; more");
  }

  @Test
  void showsTheEventThatIsNotInTheTopic() {
    assertReads(
        ConsumerFeedback.neverPublished(callOf("onLogout", LOGOUT)),
        "The handler received an event that is not in the topic.",
        "Create each event from one record, and from nothing else.",
        "passed to onLogout()",
        "UserEvent[userId=user_7, eventType=logout, timestamp=2025-12-04T08:00:00.125Z, data={}]");
  }

  @Test
  void saysThatTheHandlerWasGivenNull() {
    assertReads(
        ConsumerFeedback.neverPublished(callOf("onOther", null)),
        "The handler received an event that is not in the topic.",
        "Create each event from one record, and from nothing else.",
        "passed to onOther()",
        "null");
  }

  @Test
  void saysWhichEventCameAgain() {
    assertReads(
        ConsumerFeedback.repeated(published(1, 4)),
        "Each event should reach the handler once, but the one at partition 1, offset 4 reached it again.",
        "One record means one call. Does your code call the handler twice, or read the record again?",
        "event",
        "logout by user_7 at partition 1, offset 4");
  }

  @Test
  void saysWhichEventCameTooLate() {
    assertReads(
        ConsumerFeedback.outOfOrder(published(1, 4)),
        "The events of a partition should be handled in order, but the one at partition 1, offset 4 came after a later one.",
        "You may handle records in several threads only if each partition stays with one thread.",
        "event",
        "logout by user_7 at partition 1, offset 4");
  }

  @Test
  void saysThatNothingWasHandledAfterAPause() {
    Feedback feedback =
        ConsumerFeedback.stoppedAfterAPause(
            List.of(published(1, 4)), new Recorded().poll(0, 1, 2).lines());

    assertReads(
        feedback,
        "After a few seconds without new events, 1 event was never handled.",
        "",
        "first one missing",
        "partition 1, offset 4");
    assertBelief(feedback, Misconception.EMPTY_POLL_ENDS_THE_LOOP, Recorded.line(1));
  }
}
