package dev.kafkalab.grader.proof;

import static dev.kafkalab.grader.proof.Edit.producer;

import java.util.List;

/** Submissions whose producer does not see to it that events arrive, or that one hears of it. */
final class BrokenDeliveries {

  private static final String OWN = "Map.of(ACKS_CONFIG, \"all\", ENABLE_IDEMPOTENCE_CONFIG, true)";
  private static final String CLOSE = "      producer.close();\n";
  private static final String REFUSED = "    if (closed.get()) {\n      return false;";
  private static final String DELIVERED =
      "listener.delivered(event, metadata.partition(), metadata.offset());";

  private BrokenDeliveries() {}

  static List<KnownSubmission> all() {
    return List.of(
        settings(
                "confirmed by the leader only", "acks=1", "max.in.flight.requests.per.connection=1")
            .fails("producer.acks", "did not")
            .blocks("producer.retries"),
        settings("confirmed by nobody", "acks=0")
            .fails("producer.acks", "did not")
            .blocks(
                "producer.ordering",
                "producer.retries",
                "producer.delivery-report",
                "producer.close-flushes"),
        settings(
                "not idempotent, one request at a time",
                "acks=all",
                "max.in.flight.requests.per.connection=1")
            .failsWith(2, "producer.retries", "twice"),
        settings("not idempotent, so a repeated batch is overtaken", "acks=all")
            .fails("producer.ordering", "when the connection broke")
            .failsWith(2, "producer.retries", "twice"),
        settings("no retries", "acks=all", "retries=0").fails("producer.retries"),
        delivery("failures swallowed", "      listener.failed(event, failure);\n", "")
            .failsWith(2, "producer.delivery-report"),
        delivery("told twice", DELIVERED, DELIVERED + DELIVERED).fails("producer.delivery-report"),
        delivery("told the offset that comes next", "metadata.offset()", "metadata.offset() + 1")
            .fails("producer.delivery-report"),
        KnownSubmission.of(
                "told before the broker has it",
                new Edit("Delivery.java", DELIVERED, "refused = false;"),
                producer(
                    "    return delivery.wasQueued();",
                    "    listener.delivered(event, 0, 0);\n    return delivery.wasQueued();"))
            .fails("producer.delivery-report"),
        KnownSubmission.of("close() that only says so", producer(CLOSE, ""))
            .fails("producer.close-flushes"),
        KnownSubmission.of(
                "close() on a thread that nobody waits for",
                producer(CLOSE, "new Thread(producer::close).start();"))
            .fails("producer.close-flushes"),
        KnownSubmission.of(
                "true from send() after close()",
                producer(REFUSED, REFUSED.replace("false", "true")))
            .failsWith(2, "producer.close-flushes"),
        KnownSubmission.of(
                "an exception from send() after close()",
                producer(
                    REFUSED,
                    REFUSED.replace("return false", "throw new IllegalStateException(\"closed\")")))
            .failsWith(2, "producer.close-flushes"));
  }

  /** Switches idempotence off, and sets these. */
  private static KnownSubmission settings(String name, String... settings) {
    StringBuilder own = new StringBuilder("Map.of(ENABLE_IDEMPOTENCE_CONFIG, false");
    for (String setting : settings) {
      own.append(", \"").append(setting.replace("=", "\", \"")).append('"');
    }
    return KnownSubmission.of(
        name,
        producer(OWN, own.append(')').toString()),
        producer(
            "import static org.apache.kafka.clients.producer.ProducerConfig.ACKS_CONFIG;\n", ""));
  }

  private static KnownSubmission delivery(String name, String find, String replace) {
    return KnownSubmission.of(name, new Edit("Delivery.java", find, replace));
  }
}
