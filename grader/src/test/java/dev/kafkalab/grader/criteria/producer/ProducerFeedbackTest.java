package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.criteria.trace.Scene.LOGOUT;
import static dev.kafkalab.grader.criteria.trace.Scene.LOGOUT_JSON;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Scene.record;
import static dev.kafkalab.grader.criteria.trace.Traces.NONE;
import static dev.kafkalab.grader.criteria.trace.Traces.close;
import static dev.kafkalab.grader.criteria.trace.Traces.send;
import static dev.kafkalab.grader.criteria.trace.Traces.trace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.trace.Traces;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProducerFeedbackTest {

  @Test
  void saysHowOftenSendSaidFalse() {
    assertReads(
        ProducerFeedback.saidFalse(2, 30),
        "Every event arrived, but send() returned false for 2 of 30.",
        "send() should return true once the event is queued, whatever happens to it later.");
  }

  @Test
  void showsTheRecordThatIsThereTwice() {
    assertReads(
        ProducerFeedback.twice(record("user_7", LOGOUT_JSON), 31, 30),
        "Each event should arrive exactly once, but one arrived twice: 31 records for 30 events.",
        "One call of send() should make one record. If your code retries by itself, leave retries to Kafka's producer.",
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
        "A record in the topic is not the event that was sent: user_id should be \"user_8\" but is \"user_7\".",
        "Compare your JSON with the example in the lab's README: one flat object, written by Jackson, in UTF-8.",
        "difference",
        "user_id should be \"user_8\" but is \"user_7\"",
        "difference",
        "event_type should be \"login\" but is \"logout\"",
        "expected",
        "{\"user_id\":\"user_8\",\"event_type\":\"login\",\"timestamp\":1764835200.125}",
        "got",
        LOGOUT_JSON);
  }

  @Test
  void showsTheRecordThatNobodyAskedFor() {
    assertReads(
        ProducerFeedback.neverSent(record("user_7", "hello")),
        "There is a record in the topic that your code was not asked to send.",
        "One call of send() should make one record, and nothing else should.",
        "got",
        "hello",
        "found at",
        "partition 2, offset 17");
  }

  @Test
  void showsTheFirstEventThatWasLost() {
    Feedback feedback =
        ProducerFeedback.lost(LOGOUT, 1, 2, trace(send(null, true), send(null, true), close()));

    assertReads(
        feedback,
        "1 of 2 events never arrived.",
        "",
        "the first one",
        LOGOUT_JSON,
        "calls of KafkaProducer",
        "2 x send, no flush, 1 x close");
    assertThat(feedback.location()).isEqualTo(Traces.CLOSE);
    assertThat(feedback.misconception()).isEqualTo(Misconception.NO_FLUSH);
  }

  @Test
  void showsTheFirstEventThatKafkasClientWasNotGiven() {
    Feedback feedback = ProducerFeedback.lost(LOGOUT, 1, 2, trace(send(null, true), close()));

    assertReads(
        feedback,
        "1 of 2 events never arrived.",
        "Does each send() reach KafkaProducer.send? Does close() wait until everything queued is delivered?",
        "the first one",
        LOGOUT_JSON,
        "calls of KafkaProducer",
        "1 x send, no flush, 1 x close");
    assertThat(feedback.location()).isEqualTo(Traces.SEND);
    assertThat(feedback.misconception()).isNull();
  }

  @Test
  void saysWhatHappensWithoutAKey() {
    Map<String, Set<Integer>> partitions = new TreeMap<>();
    partitions.put("user_1", new TreeSet<>(Set.of(0, 2)));
    partitions.put("user_7", Set.of(1));
    partitions.put("user_9", new TreeSet<>(Set.of(1, 2)));
    Feedback feedback = ProducerFeedback.noKey("user_7", partitions, trace(send(null, false)));

    assertReads(
        feedback,
        "The key should be the event's user_id, 'user_7', but the record has no key.",
        "",
        "expected key",
        "user_7",
        "got",
        "no key",
        "users in several partitions",
        "user_1 in [0, 2], user_9 in [1, 2]");
    assertThat(feedback.location()).isEqualTo(Traces.SEND);
    assertThat(feedback.misconception()).isEqualTo(Misconception.NO_KEY);
  }

  @Test
  void saysThatOnlyChanceKeptUsersTogetherWithoutAKey() {
    assertThat(usersInSeveral(Map.of("user_1", Set.of(0), "user_7", Set.of(1))))
        .isEqualTo("none this time, by chance");
    assertThat(usersInSeveral(Map.of("user_1", Set.of(1), "user_7", Set.of(1))))
        .isEqualTo("none: Kafka put all users of this batch into partition 1");
  }

  private static String usersInSeveral(Map<String, Set<Integer>> partitions) {
    return ProducerFeedback.noKey("user_7", partitions, NONE).facts().get(2).value();
  }

  @Test
  void showsTheOtherKey() {
    Feedback feedback =
        ProducerFeedback.otherKey(record("logout", LOGOUT_JSON), "user_7", trace(send(null, true)));

    assertReads(
        feedback,
        "The key should be the event's user_id, 'user_7', but is 'logout'.",
        "",
        "expected key",
        "user_7",
        "got",
        "logout",
        "found at",
        "partition 2, offset 17");
    assertThat(feedback.location()).isEqualTo(Traces.SEND);
    assertThat(feedback.misconception()).isEqualTo(Misconception.KEY_IS_NOT_THE_USER);
  }

  @Test
  void cutsAKeyThatIsLong() {
    assertReads(
        ProducerFeedback.otherKey(record("k".repeat(400), LOGOUT_JSON), "user_7", NONE),
        "The key should be the event's user_id, 'user_7', but is '" + "k".repeat(300) + "…'.",
        "",
        "expected key",
        "user_7",
        "got",
        "k".repeat(300) + "…",
        "found at",
        "partition 2, offset 17");
  }

  @Test
  void saysWhereAUsersEventsAre() {
    Feedback feedback =
        ProducerFeedback.scattered(
            "user_7", new TreeSet<>(Set.of(0, 2)), trace(send(2, true), send(0, true)));

    assertReads(
        feedback,
        "All events of 'user_7' have the same key, so they should be in one partition, but they are in partitions [0, 2].",
        "",
        "the first record asks for",
        "partition 2");
    assertThat(feedback.location()).isEqualTo(Traces.SEND);
    assertThat(feedback.misconception()).isEqualTo(Misconception.PARTITION_BY_HAND);
  }

  @Test
  void saysThatAllUsersShareAPartition() {
    Feedback feedback = ProducerFeedback.onePartitionForAll(12, 0, trace(send(null, true)));

    assertReads(
        feedback,
        "The events of 12 users should be spread over the partitions, but they are all in partition 0.",
        "");
    assertThat(feedback.location()).isEqualTo(Traces.MADE);
    assertThat(feedback.misconception()).isEqualTo(Misconception.PARTITION_BY_HAND);
  }

  @Test
  void saysThatThereIsNoOrderWithoutKeys() {
    Feedback feedback = ProducerFeedback.noOrderWithoutKeys(false, trace(send(null, false)));

    assertReads(
        feedback,
        "Kafka keeps order only within a partition, and without the user_id as key a user's events have no fixed partition.",
        "");
    assertThat(feedback.location()).isEqualTo(Traces.SEND);
    assertThat(feedback.misconception()).isEqualTo(Misconception.NO_KEY);
    assertThat(ProducerFeedback.noOrderWithoutKeys(true, NONE).misconception())
        .isEqualTo(Misconception.KEY_IS_NOT_THE_USER);
  }

  @Test
  void saysThatNoRecordIsAnEvent() {
    assertReads(
        ProducerFeedback.noReadableEvents(),
        "A record in the topic matches none of the events that were sent.",
        "Compare your JSON with the example in the lab's README: one flat object, written by Jackson, in UTF-8.");
  }

  @Test
  void saysThatNothingCameAfterTheCut() {
    assertReads(
        ProducerFeedback.silentAfterTheCut(20, NONE),
        "After the connection was cut, none of 20 further events arrived.",
        "A broken connection is normal: KafkaProducer reconnects by itself. Do not close it or give up when one delivery fails.");
  }

  @Test
  void saysWhichEventWasOvertaken() {
    Map<String, String> settings =
        Map.of(
            "enable.idempotence", "false",
            "max.in.flight.requests.per.connection", "5",
            "retries", "2147483647");
    Feedback feedback = ProducerFeedback.overtaken("user_7", 4, 9, trace(settings));

    assertReads(
        feedback,
        "The connection broke, and event 4 of 'user_7' arrived after event 9.",
        "",
        "enable.idempotence",
        "false",
        "max.in.flight.requests.per.connection",
        "5",
        "retries",
        "2147483647");
    assertThat(feedback.location()).isEqualTo(Traces.MADE);
    assertThat(feedback.misconception()).isEqualTo(Misconception.NOT_IDEMPOTENT);
  }

  @Test
  void blamesNoSettingForTheOrderWhereIdempotenceIsOn() {
    Feedback feedback =
        ProducerFeedback.overtaken(
            "user_7", 4, 9, trace(Map.of("enable.idempotence", "true"), send(null, true)));

    assertThat(feedback.hint())
        .isEqualTo(
            "Kafka's client keeps the order in which it receives records, and idempotence is on: "
                + "does your code send from several threads, or retry by itself?");
    assertThat(feedback.location()).isEqualTo(Traces.SEND);
    assertThat(feedback.misconception()).isNull();
  }
}
