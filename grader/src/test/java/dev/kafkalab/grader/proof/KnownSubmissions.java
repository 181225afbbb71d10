package dev.kafkalab.grader.proof;

import static dev.kafkalab.grader.proof.Edit.consumer;
import static dev.kafkalab.grader.proof.Edit.producer;

import java.util.List;

/**
 * Submissions that are broken in one way each, hostile ones, and right ones that are unlike the
 * reference.
 */
final class KnownSubmissions {

  private static final String RECORD = "new ProducerRecord<>(topic, event.userId(), value)";
  private static final String HANDLE = "      handle(record);\n      handled.add(record);";
  private static final String SEND = "    Delivery delivery = new Delivery(event, listener);";
  private static final String POISON = "complain(\"Skipped\", record, e.getMessage());";
  private static final String PURCHASE = "case UserEvent.PURCHASE -> handler.onPurchase(event);";
  private static final String SUBSCRIBE = "consumer.subscribe(List.of(settings.topic()), handled);";
  private static final String[] REST_OF_CONSUMER = {
    "consumer.manual-commit", "consumer.malformed-json", "consumer.resumes", "group.distribution"
  };

  private KnownSubmissions() {}

  static List<KnownSubmission> broken() {
    return List.of(
        KnownSubmission.of("no key", producer(RECORD, "new ProducerRecord<>(topic, value)"))
            .fails("producer.key-affinity", "the record has no key")
            .blocks("producer.ordering"),
        KnownSubmission.of(
                "the event type as key",
                producer(RECORD, "new ProducerRecord<>(topic, event.eventType(), value)"))
            .fails("producer.key-affinity", "The key should be the event's user_id")
            .blocks("producer.ordering"),
        KnownSubmission.of(
                "every event to partition 0",
                producer(RECORD, "new ProducerRecord<>(topic, 0, event.userId(), value)"))
            .fails("producer.key-affinity", "all in partition 0"),
        KnownSubmission.of(
                "not idempotent, so a repeated batch is overtaken",
                producer("ENABLE_IDEMPOTENCE_CONFIG, true", "ENABLE_IDEMPOTENCE_CONFIG, false"))
            .fails("producer.ordering", "when the connection broke"),
        KnownSubmission.of(
                "auto-commit on, no commits by hand",
                consumer(
                    "ENABLE_AUTO_COMMIT_CONFIG,\n            false",
                    "ENABLE_AUTO_COMMIT_CONFIG,\n            true"),
                consumer("        handled.commit();\n", ""))
            .fails("consumer.manual-commit", "before the event at"),
        KnownSubmission.of(
                "auto-commit on beside commits by hand",
                consumer(
                    "ENABLE_AUTO_COMMIT_CONFIG,\n            false",
                    "ENABLE_AUTO_COMMIT_CONFIG,\n            true"))
            .fails("consumer.manual-commit", "before the event at")
            .blocks("consumer.resumes"),
        KnownSubmission.of(
                "commits only when it stops", consumer("        handled.commit();\n", ""))
            .fails(
                "consumer.manual-commit", "nothing was committed while the consumer was running"),
        KnownSubmission.of(
                "commit before the handler",
                consumer(HANDLE, "handled.add(record);\nhandled.commit();\nhandle(record);"))
            .fails("consumer.manual-commit", "before the event at"),
        KnownSubmission.of("poison kills", consumer(POISON, "throw new IllegalStateException(e);"))
            .fails(
                "consumer.malformed-json", "run() should return and threw IllegalStateException"),
        KnownSubmission.of(
                "poison drops the rest of its batch",
                consumer(
                    HANDLE,
                    """
                    try {
                      dispatch(UserEventJson.read(record.value()));
                    } catch (MalformedEventException e) {
                      batch.forEach(handled::add);
                      return;
                    }
                    handled.add(record);
                    """))
            .fails("consumer.malformed-json", "never reached the handler"),
        KnownSubmission.of(
                "a random group id",
                consumer(
                    "settings.groupId(),", "settings.groupId() + java.util.UUID.randomUUID(),"))
            .fails("consumer.resumes", "The consumer should be in the group")
            .blocks("group.distribution"),
        KnownSubmission.of(
                "a group id of its own", consumer("settings.groupId(),", "\"my-group\","))
            .fails("consumer.resumes", "and is in 'my-group'"),
        KnownSubmission.of("offset reset latest", consumer("\"earliest\"", "\"latest\""))
            .fails("consumer.dispatches", "it began at the end"),
        KnownSubmission.of(
                "assign instead of subscribe",
                consumer(
                    SUBSCRIBE,
                    """
                    consumer.assign(
                        consumer.partitionsFor(settings.topic()).stream()
                            .map(p -> new org.apache.kafka.common.TopicPartition(p.topic(), p.partition()))
                            .toList());
                    """))
            .fails("group.distribution", "member of no group"),
        KnownSubmission.of(
                "login handled as logout",
                consumer("handler.onLogin(event)", "handler.onLogout(event)"))
            .fails("consumer.dispatches", "should go to onLogin() and went to onLogout()"),
        KnownSubmission.of(
                "ignores stop()",
                consumer("if (!stopped.getAndSet(true)) {", "if (stopped.get()) {"))
            .fails("consumer.resumes", "After stop(), run() should return"),
        KnownSubmission.of(
                "a topic of two partitions",
                new Edit("KafkaTopicSetup.java", "PARTITIONS, ", "2, "))
            .fails("topic.created", "should have 3 partitions and has 2"));
  }

  static List<KnownSubmission> hostile() {
    return List.of(
        KnownSubmission.of(
                "System.exit in the handling",
                consumer(
                    PURCHASE,
                    "case UserEvent.PURCHASE -> { handler.onPurchase(event); System.exit(1); }"))
            .fails("consumer.dispatches", "ended its own JVM by a call of System.exit")
            .blocks(REST_OF_CONSUMER),
        KnownSubmission.of(
                "an endless loop in send()",
                producer(SEND, "while (!closed.get()) { Thread.onSpinWait(); }\n" + SEND))
            .fails("producer.delivers", "send() should return and had not")
            .blocks("producer.key-affinity", "producer.ordering"),
        KnownSubmission.of(
                "halt in run()", consumer(SUBSCRIBE, "Runtime.getRuntime().halt(7);\n" + SUBSCRIBE))
            .fails("consumer.dispatches", "ended its own JVM")
            .blocks(REST_OF_CONSUMER),
        KnownSubmission.of(
                "endless output in run()",
                consumer(
                    SUBSCRIBE,
                    "while (!stopped.get()) { System.out.println(\"x\".repeat(1000)); }\n"
                        + SUBSCRIBE))
            .fails("consumer.dispatches", "printed more than 8 MiB")
            .blocks(REST_OF_CONSUMER),
        KnownSubmission.of(
                "an Error in run()",
                consumer(SUBSCRIBE, "if (running != null) { throw new AssertionError(\"boo\"); }"))
            .fails("consumer.dispatches", "run() should return and threw AssertionError: boo")
            .blocks(REST_OF_CONSUMER),
        KnownSubmission.of(
                "a consumer that never calls the handler", consumer(HANDLE, "handled.add(record);"))
            .fails("consumer.dispatches", "the handler was never given one")
            .blocks(REST_OF_CONSUMER),
        KnownSubmission.of(
            "threads, a child and a shutdown hook left behind",
            producer(
                SEND,
                """
                    for (int i = 0; i < 3; i++) {
                      new Thread(() -> { while (true) { java.util.concurrent.locks.LockSupport.park(); } }).start();
                    }
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> java.util.concurrent.locks.LockSupport.park()));
                    try {
                      new ProcessBuilder("/bin/sh", "-c", "setsid sleep 987 &").start();
                    } catch (java.io.IOException e) {
                      throw new IllegalStateException(e);
                    }
                    """
                    + SEND)));
  }

  static List<KnownSubmission> right() {
    return List.of(
        KnownSubmission.of(
            "the consumer group protocol",
            consumer("GROUP_ID_CONFIG,\n", "\"group.protocol\", \"consumer\", GROUP_ID_CONFIG,\n")),
        KnownSubmission.of(
            "a commit for each record", consumer(HANDLE, HANDLE + "\nhandled.commit();")),
        KnownSubmission.of(
            "one record a poll, sticky assignment and long polls",
            consumer(
                "GROUP_ID_CONFIG,\n",
                "\"max.poll.records\", 1, \"partition.assignment.strategy\","
                    + " \"org.apache.kafka.clients.consumer.CooperativeStickyAssignor\", GROUP_ID_CONFIG,\n"),
            consumer("Duration.ofMillis(100)", "Duration.ofMinutes(1)")),
        KnownSubmission.of(
            "a commit every third poll",
            consumer(
                "        handled.commit();\n",
                "        if (++polls % 3 == 0) { handled.commit(); }\n"),
            consumer("  private volatile", "  private int polls;\n  private volatile")),
        KnownSubmission.of(
            "a producer that sends one record at a time and waits",
            producer(
                "producer.send(" + RECORD + ", delivery);",
                "producer.send(" + RECORD + ", delivery).get();"),
            producer(
                "KafkaException | IllegalStateException e",
                "KafkaException | IllegalStateException | InterruptedException | java.util.concurrent.ExecutionException e")));
  }
}
