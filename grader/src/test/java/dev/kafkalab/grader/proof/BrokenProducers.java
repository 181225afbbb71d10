package dev.kafkalab.grader.proof;

import static dev.kafkalab.grader.proof.Edit.producer;

import java.util.List;

/** Submissions whose producer sends something else than it should, or in another order. */
final class BrokenProducers {

  private static final String RECORD =
      "new ProducerRecord<>(topic, event.userId(), UserEventJson.write(event))";
  private static final String TIMESTAMP = "BigDecimal.valueOf(event.timestamp().toEpochMilli(), 3)";
  private static final String RETURN = "return JSON.writeValueAsBytes(fields);";

  private BrokenProducers() {}

  static List<KnownSubmission> all() {
    return List.of(
        json("timestamps in milliseconds", TIMESTAMP, "event.timestamp().toEpochMilli()")
            .fails("producer.delivers", "timestamp")
            .blocks("producer.ordering", "producer.retries", "producer.close-flushes"),
        json(
                "the data in an object of its own",
                "event.data().forEach((name, value) -> putData(fields, name, value));",
                "putData(fields, \"data\", event.data());")
            .fails("producer.delivers", "data")
            .blocks("producer.ordering", "producer.retries", "producer.close-flushes"),
        json(
                "text in UTF-16",
                RETURN,
                "return JSON.writeValueAsString(fields)"
                    + ".getBytes(java.nio.charset.StandardCharsets.UTF_16LE);")
            .fails("producer.delivers", "UTF-8")
            .blocks(
                "producer.key-affinity",
                "producer.ordering",
                "producer.retries",
                "producer.close-flushes"),
        KnownSubmission.of(
                "false from send() for what was queued",
                producer(
                    "return delivery.wasQueued();", "delivery.wasQueued();\n    return false;"))
            .failsWith(6, "producer.delivers", "false"),
        KnownSubmission.of(
                "no key", record("new ProducerRecord<>(topic, UserEventJson.write(event))"))
            .fails("producer.key-affinity", "the record has no key")
            .blocks("producer.ordering"),
        KnownSubmission.of(
                "the event type as key",
                record(
                    "new ProducerRecord<>(topic, event.eventType(), UserEventJson.write(event))"))
            .fails("producer.key-affinity", "The key should be the event's user_id")
            .blocks("producer.ordering"),
        KnownSubmission.of(
                "the user in quotes as key",
                record(
                    "new ProducerRecord<>("
                        + "topic, '\"' + event.userId() + '\"', UserEventJson.write(event))"))
            .fails("producer.key-affinity", "The key should be the event's user_id")
            .blocks("producer.ordering"),
        KnownSubmission.of(
                "the user's hash as key",
                record(
                    "new ProducerRecord<>(topic,"
                        + " String.valueOf(event.userId().hashCode()), UserEventJson.write(event))"))
            .fails("producer.key-affinity", "The key should be the event's user_id")
            .blocks("producer.ordering"),
        KnownSubmission.of(
                "every event to partition 0",
                record(
                    "new ProducerRecord<>(topic, 0, event.userId(), UserEventJson.write(event))"))
            .fails("producer.key-affinity", "all in partition 0"),
        KnownSubmission.of(
                "what is sent within a few milliseconds leaves in reverse",
                Sources.over("reversing-producer", Scope.PRODUCER))
            .fails("producer.ordering"),
        KnownSubmission.of(
                "two producers that take turns",
                Sources.over("alternating-producer", Scope.PRODUCER))
            .fails("producer.ordering"));
  }

  private static KnownSubmission json(String name, String find, String replace) {
    return KnownSubmission.of(name, new Edit("UserEventJson.java", find, replace))
        .seenBy(Scope.PRODUCER);
  }

  private static Edit record(String replace) {
    return new Edit("EventRecord.java", RECORD, replace);
  }
}
