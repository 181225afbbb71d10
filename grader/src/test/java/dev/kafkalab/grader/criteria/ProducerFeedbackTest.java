package dev.kafkalab.grader.criteria;

import static dev.kafkalab.grader.criteria.Scene.LOGOUT;
import static dev.kafkalab.grader.criteria.Scene.LOGOUT_JSON;
import static dev.kafkalab.grader.criteria.Scene.assertReads;
import static dev.kafkalab.grader.criteria.Scene.record;

import dev.kafkalab.api.UserEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProducerFeedbackTest {

  @Test
  void saysHowOftenSendSaidFalse() {
    assertReads(
        ProducerFeedback.saidFalse(2, 30),
        "Every event arrived, but send() said false for 2 of 30.",
        "send() returns true where the event was queued, whatever becomes of it later.");
  }

  @Test
  void showsTheRecordThatIsThereTwice() {
    assertReads(
        ProducerFeedback.twice(record("user_7", LOGOUT_JSON), 31, 30),
        "Each event should arrive exactly once, and one arrived twice: 31 records for 30 events.",
        "One call of send() makes one record. Where you repeat by yourself, leave that to Kafka's producer.",
        "the second one",
        LOGOUT_JSON,
        "found at",
        "partition 2, offset 17");
  }

  @Test
  void showsHowARecordDiffersFromTheEvent() {
    assertReads(
        ProducerFeedback.notTheEvent(
            record("user_7", LOGOUT_JSON),
            new UserEvent("user_8", "login", LOGOUT.timestamp(), Map.of())),
        "A record in the topic is not the event that was sent: user_id should be \"user_8\" and is \"user_7\".",
        "Compare your JSON with the example in the lab's README: one flat object, written by Jackson, in UTF-8.",
        "difference",
        "user_id should be \"user_8\" and is \"user_7\"",
        "difference",
        "event_type should be \"login\" and is \"logout\"",
        "expected",
        "{\"user_id\":\"user_8\",\"event_type\":\"login\",\"timestamp\":1764835200.125}",
        "got",
        LOGOUT_JSON);
  }

  @Test
  void showsTheRecordThatNobodyAskedFor() {
    assertReads(
        ProducerFeedback.neverSent(record("user_7", "hello")),
        "There is a record in the topic that nobody asked you to send.",
        "One call of send() makes one record, and nothing else does.",
        "got",
        "hello",
        "found at",
        "partition 2, offset 17");
  }

  @Test
  void showsTheFirstEventThatWasLost() {
    assertReads(
        ProducerFeedback.lost(LOGOUT, 3, 30),
        "3 of 30 events never arrived.",
        "close() must wait until everything that was queued is delivered.",
        "the first one",
        LOGOUT_JSON);
  }

  @Test
  void saysWhatHappensWithoutAKey() {
    assertReads(
        ProducerFeedback.noKey("user_7", Map.of("user_7", Set.of(1))),
        "The key should be the event's user_id, 'user_7', and the record has no key.",
        "A ProducerRecord has a place for the key: put the event's user id there, as a plain string. Without one, Kafka spreads a user's events over all partitions, and their order is lost.",
        "expected key",
        "user_7",
        "got",
        "no key",
        "partitions by user",
        "{user_7=[1]}");
  }

  @Test
  void showsTheOtherKey() {
    assertReads(
        ProducerFeedback.otherKey(record("logout", LOGOUT_JSON), "user_7"),
        "The key should be the event's user_id, 'user_7', and is 'logout'.",
        "A ProducerRecord has a place for the key: put the event's user id there, as a plain string.",
        "expected key",
        "user_7",
        "got",
        "logout",
        "found at",
        "partition 2, offset 17");
  }

  @Test
  void cutsAKeyThatIsLong() {
    assertReads(
        ProducerFeedback.otherKey(record("k".repeat(400), LOGOUT_JSON), "user_7"),
        "The key should be the event's user_id, 'user_7', and is '" + "k".repeat(300) + "…'.",
        "A ProducerRecord has a place for the key: put the event's user id there, as a plain string.",
        "expected key",
        "user_7",
        "got",
        "k".repeat(300) + "…",
        "found at",
        "partition 2, offset 17");
  }

  @Test
  void saysWhereAUsersEventsAre() {
    assertReads(
        ProducerFeedback.scattered("user_7", new TreeSet<>(Set.of(0, 2))),
        "All events of 'user_7' should be in one partition and are in [0, 2].",
        "Leave the choice of the partition to Kafka: with the user id as key it is always the same.");
  }

  @Test
  void saysThatAllUsersShareAPartition() {
    assertReads(
        ProducerFeedback.onePartitionForAll(12, 0),
        "The events of 12 users should spread over the partitions and are all in partition 0.",
        "Leave the choice of the partition to Kafka: give the record a key and no partition.");
  }

  @Test
  void saysThatThereIsNoOrderWithoutKeys() {
    assertReads(
        ProducerFeedback.noOrderWithoutKeys(),
        "Only a partition has an order, and without the user_id as key a user has no partition.",
        "A ProducerRecord has a place for the key: put the event's user id there, as a plain string.");
  }

  @Test
  void saysThatNoRecordIsAnEvent() {
    assertReads(
        ProducerFeedback.noReadableEvents(),
        "No record in the topic is one of the events sent.",
        "Compare your JSON with the example in the lab's README: one flat object, written by Jackson, in UTF-8.");
  }

  @Test
  void saysThatNothingCameAfterTheCut() {
    assertReads(
        ProducerFeedback.silentAfterTheCut(20),
        "After the connection had been cut, none of 20 more events arrived.",
        "A broken connection is normal: KafkaProducer connects again by itself. Do not close it or give up when one delivery fails.");
  }

  @Test
  void saysWhichEventWasOvertaken() {
    assertReads(
        ProducerFeedback.overtaken("user_7", 4, 9),
        "Event 4 of 'user_7' arrived after event 9, when the connection broke in between.",
        "A batch that is repeated must not be overtaken by the next one: look up what enable.idempotence and max.in.flight.requests.per.connection do for the order.",
        "user",
        "user_7",
        "sent as number",
        "4",
        "arrived after number",
        "9");
  }
}
