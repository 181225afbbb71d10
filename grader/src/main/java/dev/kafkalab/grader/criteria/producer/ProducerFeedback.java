package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.evidence.LabJson;
import dev.kafkalab.grader.feedback.Ellipsis;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Says what is wrong with the producer. */
public final class ProducerFeedback {

  private static final int LONGEST_VALUE = 300;
  private static final int MOST_USERS = 3;
  private static final String READ_THE_FORMAT =
      "Compare your JSON with the example in the lab's README: one flat object, written by Jackson, in UTF-8.";

  private ProducerFeedback() {}

  static Feedback saidFalse(long refused, int sent) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "Every event arrived, but send() returned false for %d of %d.",
            refused,
            sent),
        "send() should return true once the event is queued, whatever happens to it later.");
  }

  static Feedback twice(ConsumerRecord<byte[], byte[]> record, int records, int sent) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "Each event should arrive exactly once, but one arrived twice: %d records for %d events.",
            records,
            sent),
        "One call of send() should make one record. If your code retries by itself, leave retries to Kafka's producer.",
        fact("the second one", valueOf(record)),
        fact("found at", place(record)));
  }

  static Feedback notTheEvent(ConsumerRecord<byte[], byte[]> record, UserEvent expected) {
    List<Fact> facts = new ArrayList<>();
    LabJson.differences(expected, LabJson.bytesOf(record))
        .forEach(difference -> facts.add(fact("difference", shorten(difference))));
    facts.add(fact("expected", shorten(LabJson.write(expected))));
    facts.add(fact("got", valueOf(record)));
    return new Feedback(
        "A record in the topic is not the event that was sent: " + facts.get(0).value() + ".",
        READ_THE_FORMAT,
        null,
        facts);
  }

  static Feedback neverSent(ConsumerRecord<byte[], byte[]> record) {
    return Feedback.of(
        "There is a record in the topic that your code was not asked to send.",
        "One call of send() should make one record, and nothing else should.",
        fact("got", valueOf(record)),
        fact("found at", place(record)));
  }

  /** Says that some events are missing: Kafka's client lost them, or never received them. */
  static Feedback lost(UserEvent event, int lost, int sent, ProducerTrace trace) {
    String message = String.format(Locale.ROOT, "%d of %d events never arrived.", lost, sent);
    Fact first = fact("the first one", shorten(LabJson.write(event)));
    return trace.wasGiven(sent)
        ? Feedback.of(message, "", first)
            .and(trace.calls())
            .at(trace.close())
            .because(Misconception.NO_FLUSH)
        : Feedback.of(
                message,
                "Does each send() reach KafkaProducer.send? Does close() wait until everything queued is delivered?",
                first)
            .and(trace.calls())
            .at(trace.send());
  }

  static Feedback noKey(String user, Map<String, Set<Integer>> partitions, ProducerTrace trace) {
    return Feedback.of(
            "The key should be the event's user_id, '%s', but the record has no key."
                .formatted(shorten(user)),
            "",
            fact("expected key", shorten(user)),
            fact("got", "no key"),
            fact("users in several partitions", usersInSeveral(partitions)))
        .at(trace.sendWithoutKey())
        .because(Misconception.NO_KEY);
  }

  private static String usersInSeveral(Map<String, Set<Integer>> partitions) {
    List<String> scattered =
        partitions.entrySet().stream()
            .filter(entry -> entry.getValue().size() > 1)
            .limit(MOST_USERS)
            .map(entry -> "%s in %s".formatted(shorten(entry.getKey()), entry.getValue()))
            .toList();
    if (!scattered.isEmpty()) {
      return String.join(", ", scattered);
    }
    Set<Integer> used = new TreeSet<>();
    partitions.values().forEach(used::addAll);
    return used.size() == 1
        ? "none: Kafka put all users of this batch into partition " + used.iterator().next()
        : "none this time, by chance";
  }

  static Feedback otherKey(
      ConsumerRecord<byte[], byte[]> record, String user, ProducerTrace trace) {
    return Feedback.of(
            "The key should be the event's user_id, '%s', but is '%s'."
                .formatted(shorten(user), shorten(record.key())),
            "",
            fact("expected key", shorten(user)),
            fact("got", shorten(record.key())),
            fact("found at", place(record)))
        .at(trace.send())
        .because(Misconception.KEY_IS_NOT_THE_USER);
  }

  static Feedback scattered(String user, Set<Integer> partitions, ProducerTrace trace) {
    return Feedback.of(
            "All events of '%s' have the same key, so they should be in one partition, but they are in partitions %s."
                .formatted(shorten(user), partitions),
            "")
        .and(chosenByHand(trace))
        .at(trace.choosesPartition())
        .because(Misconception.PARTITION_BY_HAND);
  }

  static Feedback onePartitionForAll(int users, int partition, ProducerTrace trace) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "The events of %d users should be spread over the partitions, but they are all in partition %d.",
                users,
                partition),
            "")
        .and(chosenByHand(trace))
        .at(trace.choosesPartition())
        .because(Misconception.PARTITION_BY_HAND);
  }

  private static List<Fact> chosenByHand(ProducerTrace trace) {
    return trace.chosenPartition().stream()
        .map(partition -> fact("the first record asks for", "partition " + partition))
        .toList();
  }

  /** Says that the order cannot be judged: the records have no keys, or the wrong ones. */
  static Feedback noOrderWithoutKeys(boolean hasKey, ProducerTrace trace) {
    Feedback feedback =
        Feedback.of(
            "Kafka keeps order only within a partition, and without the user_id as key a user's events have no fixed partition.",
            "");
    return hasKey
        ? feedback.at(trace.send()).because(Misconception.KEY_IS_NOT_THE_USER)
        : feedback.at(trace.sendWithoutKey()).because(Misconception.NO_KEY);
  }

  static Feedback noReadableEvents() {
    return Feedback.of(
        "A record in the topic matches none of the events that were sent.", READ_THE_FORMAT);
  }

  static Feedback silentAfterTheCut(int sent, ProducerTrace trace) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "After the connection was cut, none of %d further events arrived.",
                sent),
            "A broken connection is normal: KafkaProducer reconnects by itself. "
                + "Do not close it or give up when one delivery fails.")
        .and(trace.calls())
        .at(trace.send());
  }

  /** Says that the order was lost: in Kafka's client, or before it received the events. */
  static Feedback overtaken(String user, long event, long before, ProducerTrace trace) {
    Feedback feedback =
        Feedback.of(
                String.format(
                    Locale.ROOT,
                    "The connection broke, and event %d of '%s' arrived after event %d.",
                    event,
                    user,
                    before),
                trace.isIdempotent()
                    ? "Kafka's client keeps the order in which it receives records, and idempotence is on: "
                        + "does your code send from several threads, or retry by itself?"
                    : "")
            .and(
                trace.settings(
                    "enable.idempotence", "max.in.flight.requests.per.connection", "retries"))
            .at(trace.isIdempotent() ? trace.send() : trace.made());
    return trace.isIdempotent() ? feedback : feedback.because(Misconception.NOT_IDEMPOTENT);
  }

  private static String place(ConsumerRecord<?, ?> record) {
    return "partition " + record.partition() + ", offset " + record.offset();
  }

  private static String valueOf(ConsumerRecord<byte[], byte[]> record) {
    return shorten(LabJson.bytesOf(record));
  }

  private static String shorten(byte[] bytes) {
    return shorten(new String(bytes, StandardCharsets.UTF_8));
  }

  private static String shorten(String text) {
    return Ellipsis.after(LONGEST_VALUE, text);
  }
}
