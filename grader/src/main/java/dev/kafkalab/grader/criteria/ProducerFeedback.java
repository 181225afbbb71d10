package dev.kafkalab.grader.criteria;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.evidence.LabJson;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.rubric.CriterionBlocked;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Says what is wrong with the producer. */
final class ProducerFeedback {

  private static final int LONGEST_VALUE = 300;
  private static final String READ_THE_FORMAT =
      "Compare your JSON with the example in the lab's README: one flat object, written by Jackson, in UTF-8.";
  private static final String SET_THE_KEY =
      "A ProducerRecord has a place for the key: put the event's user id there, as a plain string.";

  private ProducerFeedback() {}

  static Feedback nothingArrived(StudentRun run, int sent) {
    String topic = run.settings().topic();
    return run.foreignTopic()
        .map(
            foreign ->
                Feedback.of(
                    "%d events were sent to the topic '%s', and your code asked the broker for '%s'."
                        .formatted(sent, topic, foreign),
                    "Take the topic's name from LabSettings.topic(); never write it into the code.",
                    fact("expected topic", topic),
                    fact("asked for", foreign)))
        .orElseGet(
            () ->
                Feedback.of(
                    "%d events were sent and none arrived in the topic '%s'."
                        .formatted(sent, topic),
                    "Does send() reach KafkaProducer.send, and does close() let it finish? "
                        + "Print what the delivery callback is told.",
                    fact("sent", sent),
                    fact("in the topic", 0)));
  }

  static CriterionBlocked blockedByDelivery(StudentRun run, int sent) {
    return new CriterionBlocked("producer.delivers", nothingArrived(run, sent));
  }

  static Feedback saidFalse(long refused, int sent) {
    return Feedback.of(
        "Every event arrived, but send() said false for %d of %d.".formatted(refused, sent),
        "send() returns true where the event was queued, whatever becomes of it later.");
  }

  static Feedback twice(ConsumerRecord<byte[], byte[]> record, int records, int sent) {
    return Feedback.of(
        "Each event should arrive exactly once, and one arrived twice: %d records for %d events."
            .formatted(records, sent),
        "One call of send() makes one record. Where you repeat by yourself, leave that to Kafka's producer.",
        fact("the second one", valueOf(record)),
        fact("found at", place(record)));
  }

  static Feedback notTheEvent(ConsumerRecord<byte[], byte[]> record, UserEvent expected) {
    List<Fact> facts = new ArrayList<>();
    LabJson.differences(expected, Delivery.valueOf(record))
        .forEach(difference -> facts.add(fact("difference", difference)));
    facts.add(fact("expected", new String(LabJson.write(expected), StandardCharsets.UTF_8)));
    facts.add(fact("got", valueOf(record)));
    return new Feedback(
        "A record in the topic is not the event that was sent: " + facts.get(0).value() + ".",
        READ_THE_FORMAT,
        null,
        facts);
  }

  static Feedback neverSent(ConsumerRecord<byte[], byte[]> record) {
    return Feedback.of(
        "There is a record in the topic that nobody asked you to send.",
        "One call of send() makes one record, and nothing else does.",
        fact("got", valueOf(record)),
        fact("found at", place(record)));
  }

  static Feedback lost(UserEvent event, int lost, int sent) {
    return Feedback.of(
        "%d of %d events never arrived.".formatted(lost, sent),
        "close() must wait until everything that was queued is delivered.",
        fact("the first one", new String(LabJson.write(event), StandardCharsets.UTF_8)));
  }

  static Feedback noKey(String user, Map<String, Set<Integer>> partitions) {
    return Feedback.of(
        "The key should be the event's user_id, '%s', and the record has no key.".formatted(user),
        SET_THE_KEY
            + " Without one, Kafka spreads a user's events over all partitions, and their order is lost.",
        fact("expected key", user),
        fact("got", "no key"),
        fact("partitions by user", partitions));
  }

  static Feedback otherKey(ConsumerRecord<byte[], byte[]> record, String user) {
    return Feedback.of(
        "The key should be the event's user_id, '%s', and is '%s'."
            .formatted(user, shorten(record.key())),
        SET_THE_KEY,
        fact("expected key", user),
        fact("got", shorten(record.key())),
        fact("found at", place(record)));
  }

  static Feedback scattered(String user, Set<Integer> partitions) {
    return Feedback.of(
        "All events of '%s' should be in one partition and are in %s.".formatted(user, partitions),
        "Leave the choice of the partition to Kafka: with the user id as key it is always the same.");
  }

  static Feedback onePartitionForAll(int users, int partition) {
    return Feedback.of(
        "The events of %d users should spread over the partitions and are all in partition %d."
            .formatted(users, partition),
        "Leave the choice of the partition to Kafka: give the record a key and no partition.");
  }

  static Feedback noOrderWithoutKeys() {
    return Feedback.of(
        "Only a partition has an order, and without the user_id as key a user has no partition.",
        SET_THE_KEY);
  }

  static Feedback noReadableEvents() {
    return Feedback.of("No record in the topic is one of the events sent.", READ_THE_FORMAT);
  }

  static Feedback silentAfterTheCut(int sent) {
    return Feedback.of(
        "After the connection had been cut, none of %d more events arrived.".formatted(sent),
        "A broken connection is normal: KafkaProducer connects again by itself. "
            + "Do not close it or give up when one delivery fails.");
  }

  static Feedback overtaken(String user, long event, long before) {
    return Feedback.of(
        "Event %d of '%s' arrived after event %d, when the connection broke in between."
            .formatted(event, user, before),
        "A batch that is repeated must not be overtaken by the next one: "
            + "look up what enable.idempotence and max.in.flight.requests.per.connection do for the order.",
        fact("user", user),
        fact("sent as number", event),
        fact("arrived after number", before));
  }

  private static String place(ConsumerRecord<?, ?> record) {
    return "partition " + record.partition() + ", offset " + record.offset();
  }

  private static String valueOf(ConsumerRecord<byte[], byte[]> record) {
    return shorten(Delivery.valueOf(record));
  }

  private static String shorten(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
  }
}
