package dev.kafkalab.grader.proof;

import static dev.kafkalab.grader.proof.Edit.dispatcher;
import static dev.kafkalab.grader.proof.Edit.loop;
import static dev.kafkalab.grader.proof.Edit.producer;

import java.util.List;

/** Submissions that would harm whoever runs them without care. */
final class Hostile {

  private static final String SEND = "    Delivery delivery = new Delivery(event, listener);";
  private static final String SUBSCRIBE = "consumer.subscribe(List.of(topic), handled);";
  private static final String PURCHASE = "case UserEvent.PURCHASE -> handler.onPurchase(event);";

  /** What a consumer that handles nothing cannot show. */
  static final String[] REST_OF_CONSUMER = {
    "consumer.manual-commit",
    "consumer.malformed-json",
    "consumer.resumes",
    "consumer.crash",
    "consumer.failing-handler",
    "group.distribution",
    "group.rebalance",
    "bonus.dead-letter",
    "bonus.metrics",
    "bonus.batch",
    "bonus.config-file"
  };

  private Hostile() {}

  static List<KnownSubmission> all() {
    return List.of(
        KnownSubmission.of(
                "System.exit in the handling",
                dispatcher(
                    PURCHASE,
                    "case UserEvent.PURCHASE -> { handler.onPurchase(event); System.exit(1); }"))
            .fails("consumer.dispatches", "ended its own JVM by a call of System.exit")
            .fails("consumer.shutdown")
            .blocks(REST_OF_CONSUMER),
        KnownSubmission.of(
                "an endless loop in send()",
                producer(SEND, "while (!closed.get()) { Thread.onSpinWait(); }\n" + SEND))
            .fails("producer.delivers", "send() should return and had not")
            .blocks(
                "producer.key-affinity",
                "producer.ordering",
                "producer.acks",
                "producer.retries",
                "producer.delivery-report",
                "producer.close-flushes",
                "bonus.headers",
                "bonus.config-file"),
        KnownSubmission.of(
                "halt in run()", loop(SUBSCRIBE, "Runtime.getRuntime().halt(7);\n" + SUBSCRIBE))
            .fails("consumer.dispatches", "ended its own JVM")
            .fails("consumer.shutdown")
            .blocks(REST_OF_CONSUMER),
        KnownSubmission.of(
                "endless output in run()",
                loop(
                    SUBSCRIBE,
                    "while (!stopped.getAsBoolean()) { System.out.println(\"x\".repeat(1000)); }\n"
                        + SUBSCRIBE))
            .fails("consumer.dispatches", "printed more than 8 MiB")
            .blocks(REST_OF_CONSUMER)
            .blocks("consumer.shutdown"),
        KnownSubmission.of(
                "an Error in run()",
                loop(SUBSCRIBE, "if (topic != null) { throw new AssertionError(\"boo\"); }"))
            .fails(
                "consumer.dispatches",
                "run() should go on until stop() and threw AssertionError: boo")
            .fails("consumer.shutdown")
            .blocks(REST_OF_CONSUMER),
        KnownSubmission.of(
                "a consumer that never calls the handler",
                loop("      dispatcher.handle(reading);\n", ""))
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
}
