package dev.kafkalab.grader.criteria;

import static dev.kafkalab.grader.criteria.Scene.LOGOUT;
import static dev.kafkalab.grader.criteria.Scene.assertReads;
import static dev.kafkalab.grader.criteria.Scene.published;
import static dev.kafkalab.grader.studentvm.HandlerCalls.callOf;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsumerFeedbackTest {

  @Test
  void saysHowManyEventsWerePassedOver() {
    assertReads(
        ConsumerFeedback.startsAtTheEnd(List.of(published(1, 4), published(1, 5))),
        "2 events were in the topic before the consumer started, and it passed them all over: it began at the end.",
        "A group that is new to a topic begins where auto.offset.reset says; without it, that is the end.",
        "first event passed over",
        "partition 1, offset 4");
  }

  @Test
  void saysHowManyEventsNeverCame() {
    assertReads(
        ConsumerFeedback.missing(List.of(published(1, 4)), 30),
        "1 of 30 events never reached the handler.",
        "Does each type have its branch, and does the loop go on after each of them?",
        "first one missing",
        "logout by user_7 at partition 1, offset 4");
  }

  @Test
  void saysWhichMethodAnEventShouldGoTo() {
    assertReads(
        ConsumerFeedback.wrongMethod(published(1, 4), callOf("onLogin", LOGOUT), "onLogout"),
        "An event of type 'logout' should go to onLogout() and went to onLogin().",
        "Compare types with equals, and check which handler method each branch calls.",
        "event",
        "logout by user_7 at partition 1, offset 4");
  }

  @Test
  void showsEachDifferenceOfAnEvent() {
    assertReads(
        ConsumerFeedback.changed(published(1, 4), List.of("userId should be a and is b", "more")),
        "The handler was given an event that differs from the one in the topic: userId should be a and is b.",
        "Compare how you read each field with the lab's wire format; all other fields belong into the data.",
        "event",
        "logout by user_7 at partition 1, offset 4",
        "differences",
        "userId should be a and is b; more");
  }

  @Test
  void showsTheEventThatIsNotInTheTopic() {
    assertReads(
        ConsumerFeedback.neverPublished(callOf("onLogout", LOGOUT)),
        "The handler was given an event that is not in the topic.",
        "Make each event from one record, and from nothing else.",
        "given to onLogout()",
        "UserEvent[userId=user_7, eventType=logout, timestamp=2025-12-04T08:00:00.125Z, data={}]");
  }

  @Test
  void saysThatTheHandlerWasGivenNull() {
    assertReads(
        ConsumerFeedback.neverPublished(callOf("onOther", null)),
        "The handler was given an event that is not in the topic.",
        "Make each event from one record, and from nothing else.",
        "given to onOther()",
        "null");
  }

  @Test
  void saysWhichEventCameAgain() {
    assertReads(
        ConsumerFeedback.repeated(published(1, 4)),
        "Each event should reach the handler once, and the one at partition 1, offset 4 did so again.",
        "One record is one call. Does something call the handler twice, or read the record anew?",
        "event",
        "logout by user_7 at partition 1, offset 4");
  }

  @Test
  void saysWhichEventCameTooLate() {
    assertReads(
        ConsumerFeedback.outOfOrder(published(1, 4)),
        "The events of a partition should be handled in their order, and the one at partition 1, offset 4 came after a later one.",
        "Several threads may handle records only if each partition stays with one of them.",
        "event",
        "logout by user_7 at partition 1, offset 4");
  }
}
