package dev.kafkalab.grader.proof;

import static dev.kafkalab.grader.proof.Edit.consumer;
import static dev.kafkalab.grader.proof.Edit.loop;
import static dev.kafkalab.grader.proof.Edit.producer;

import java.util.List;

/** Submissions that are right, and unlike the reference. */
final class Unusual {

  private static final String COMMIT = "      handled.commit();\n";
  private static final String ADD = "      handled.add(reading.record());\n";
  private static final String SEND = "producer.send(record, delivery);";
  private static final String CAUGHT = "KafkaException | IllegalStateException e";
  private static final String ALL_AND_IDEMPOTENT =
      "Map.of(ACKS_CONFIG, \"all\", ENABLE_IDEMPOTENCE_CONFIG, true)";

  private Unusual() {}

  static List<KnownSubmission> all() {
    return List.of(
        KnownSubmission.of("the reference as it is"),
        consuming("the consumer group protocol", "\"group.protocol\", \"consumer\""),
        consuming(
            "cooperative sticky assignment and long polls",
            "\"partition.assignment.strategy\","
                + " \"org.apache.kafka.clients.consumer.CooperativeStickyAssignor\"",
            loop("Duration.ofMillis(100)", "Duration.ofMinutes(1)")),
        consuming(
            "a static member that leaves, and polls that do not wait",
            "\"group.instance.id\", \"member-\" + ProcessHandle.current().pid() + \"-\" + settings.topic()",
            consumer(
                "CloseOptions.timeout(MAX_LEAVE)",
                "CloseOptions.timeout(MAX_LEAVE).withGroupMembershipOperation("
                    + "CloseOptions.GroupMembershipOperation.LEAVE_GROUP)"),
            loop("Duration.ofMillis(100)", "Duration.ZERO")),
        KnownSubmission.of("a commit after each record", loop(ADD, ADD + COMMIT))
            .leavesOut("bonus.batch"),
        KnownSubmission.of(
            "a commit every third poll",
            loop(COMMIT, "      if (++polls % 3 == 0) {\n        handled.commit();\n      }\n"),
            loop(
                "  private final BooleanSupplier stopped;",
                "  private final BooleanSupplier stopped;\n  private int polls;")),
        KnownSubmission.of(
                "text, commits that nobody waits for, and one at the end",
                Sources.over("async-commits", Scope.CONSUMER))
            .leavesOut("bonus.dead-letter", "bonus.metrics"),
        KnownSubmission.of(
                "a deserializer of its own that returns an Optional",
                Sources.over("optional-deserializer", Scope.CONSUMER))
            .leavesOut("bonus.dead-letter", "bonus.metrics"),
        KnownSubmission.of(
                "a worker thread that hands results back, and pauses meanwhile",
                Sources.over("worker-thread", Scope.CONSUMER))
            .leavesOut("bonus.dead-letter", "bonus.metrics"),
        KnownSubmission.of("one class that does it all", Sources.alone("one-class"))
            .leavesOut("bonus.headers", "bonus.dead-letter", "bonus.metrics", "bonus.config-file"),
        KnownSubmission.of(
            "a producer that sends one record at a time and waits",
            producer(SEND, "producer.send(record, delivery).get();"),
            producer(
                CAUGHT,
                "KafkaException | IllegalStateException | InterruptedException"
                    + " | java.util.concurrent.ExecutionException e")),
        KnownSubmission.of(
            "a record that is too large is told to the listener",
            new Edit(
                "Delivery.java", "sendingThread && sending", "sendingThread && event == null")),
        producing(
            "large batches that wait for a second",
            "\"linger.ms\", 1_000, \"batch.size\", 1 << 20"),
        producing(
            "one request at a time, compressed",
            "\"max.in.flight.requests.per.connection\", 1, \"compression.type\", \"gzip\""),
        KnownSubmission.of(
            "a transaction for each event", Sources.over("transactions", Scope.PRODUCER)),
        KnownSubmission.of(
                "timestamps as doubles",
                new Edit(
                    "UserEventJson.java",
                    "BigDecimal.valueOf(event.timestamp().toEpochMilli(), 3)",
                    "event.timestamp().toEpochMilli() / 1000.0"))
            .seenBy(Scope.PRODUCER),
        KnownSubmission.of(
            "a look before the topic is created",
            Edit.topic(
                "      admin.createTopics(List.of(topic)).all().get();\n",
                """
                  if (!admin.listTopics().names().get().contains(settings.topic())) {
                    admin.createTopics(List.of(topic)).all().get();
                  }
            """)),
        KnownSubmission.of(
            "an account in one map of objects", Sources.over("account-of-objects", Scope.ACTIVITY)),
        KnownSubmission.of(
            "a program that joins its main thread",
            Edit.program(
                "    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(consumer, ended)));\n",
                """
                    Thread main = Thread.currentThread();
                    Runtime.getRuntime()
                        .addShutdownHook(
                            new Thread(
                                () -> {
                                  consumer.stop();
                                  try {
                                    main.join();
                                  } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                  }
                                }));
                """)),
        KnownSubmission.of(
            "answers in sentences",
            Edit.answers("Partition: 1", "Partition: it is number 1."),
            Edit.answers(
                "Partitions of each member: 2 and 1",
                "Partitions of each member: one gets 1, the other one 2")));
  }

  private static KnownSubmission consuming(String name, String settings, Edit... others) {
    Edit[] edits = java.util.Arrays.copyOf(others, others.length + 1);
    edits[others.length] = consumer("GROUP_ID_CONFIG,\n", settings + ", GROUP_ID_CONFIG,\n");
    return KnownSubmission.of(name, edits);
  }

  private static KnownSubmission producing(String name, String settings) {
    return KnownSubmission.of(
        name, producer(ALL_AND_IDEMPOTENT, ALL_AND_IDEMPOTENT.replace(")", ", " + settings + ")")));
  }
}
