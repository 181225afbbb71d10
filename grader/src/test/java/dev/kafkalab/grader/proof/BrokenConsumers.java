package dev.kafkalab.grader.proof;

import static dev.kafkalab.grader.proof.Edit.consumer;
import static dev.kafkalab.grader.proof.Edit.dispatcher;
import static dev.kafkalab.grader.proof.Edit.loop;
import static dev.kafkalab.grader.proof.Edit.program;

import java.util.List;

/**
 * Submissions whose consumer handles events wrongly, or ends where it should not, or not at all.
 */
final class BrokenConsumers {

  private static final String ADD_MALFORMED = "      counts.addMalformed();\n";
  private static final String HANDLE =
      "      dispatcher.handle(reading);\n      handled.add(reading.record());\n";
  private static final String NULL_VALUE =
      "    if (value == null) {\n"
          + "      throw new MalformedEventException(\"the record has no value\");\n"
          + "    }\n";
  private static final String CATCH_HANDLER = "catch (RuntimeException e)";
  private static final String REPORT =
      "Complaint.print(\"The handler failed on\", good.record(), e);";
  private static final String POLL_CATCH =
      "catch (WakeupException e) {\n      return ConsumerRecords.empty();";
  private static final String HOOK =
      "    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(consumer, ended)));\n";

  private BrokenConsumers() {}

  static List<KnownSubmission> all() {
    return List.of(
        KnownSubmission.of("offset reset latest", consumer("\"earliest\"", "\"latest\""))
            .fails("consumer.dispatches", "it began at the end"),
        KnownSubmission.of(
                "login handled as logout",
                dispatcher("handler.onLogin(event)", "handler.onLogout(event)"))
            .fails("consumer.dispatches", "should go to onLogin() and went to onLogout()"),
        KnownSubmission.of(
                "an unknown type handled as login",
                dispatcher("handler.onOther(event)", "handler.onLogin(event)"))
            .fails("consumer.dispatches", "should go to onOther() and went to onLogin()"),
        json(
                "the event's own fields left in its data",
                "Object value = fields.remove(name);",
                "Object value = fields.get(name);")
            .fails("consumer.dispatches", "does not belong to the event"),
        json(
                "timestamps cut to seconds",
                "Instant.ofEpochMilli(millis.longValueExact())",
                "Instant.ofEpochMilli(millis.longValueExact())"
                    + ".truncatedTo(java.time.temporal.ChronoUnit.SECONDS)")
            .fails("consumer.dispatches", "not in the topic")
            .blocks(Hostile.REST_OF_CONSUMER),
        activity(
                "a count of logins less logouts says who is online",
                "    online.remove(event.userId());",
                """
                    logouts.merge(event.userId(), 1, Integer::sum);
                    if (logouts.get(event.userId()) >= logins.getOrDefault(event.userId(), 0)) {
                      online.remove(event.userId());
                    }
                """,
                "  private final Map<String, Integer> logins",
                "  private final Map<String, Integer> logouts = new TreeMap<>();\n"
                    + "  private final Map<String, Integer> logins")
            .failsWith(2, "consumer.activity"),
        activity(
                "money in floating point",
                "BigDecimal::add",
                "(a, b) -> new BigDecimal(a.doubleValue() + b.doubleValue())")
            .failsWith(3, "consumer.activity"),
        activity("each user's logins counted once", "Integer::sum", "(a, b) -> 1")
            .failsWith(3, "consumer.activity"),
        activity(
                "a logout without a login counts as one",
                "    online.remove(event.userId());",
                "    online.remove(event.userId());\n    logins.putIfAbsent(event.userId(), 0);")
            .failsWith(3, "consumer.activity"),
        KnownSubmission.of(
                "poison kills",
                dispatcher(ADD_MALFORMED, "throw new IllegalStateException(\"no event\");"),
                dispatcher(
                    "      Complaint.print(\"Passed over\", malformed.record(), malformed.reason());\n",
                    ""))
            .failsWith(
                0,
                "consumer.malformed-json",
                "run() should go on until stop() and threw IllegalStateException")
            .blocks("bonus.dead-letter", "bonus.metrics"),
        json("a record without a value kills", NULL_VALUE, "")
            .failsWith(7, "consumer.malformed-json")
            .blocks("bonus.dead-letter"),
        KnownSubmission.of(
                "poison drops the rest of its batch",
                loop(
                    HANDLE,
                    """
                          if (reading instanceof Malformed) {
                            partition.forEach(rest -> handled.add(rest.record()));
                            return;
                          }
                    """
                        + HANDLE))
            .fails("consumer.malformed-json", "never reached the handler")
            .blocks("bonus.dead-letter", "bonus.metrics"),
        KnownSubmission.of(
                "poison is polled for ever",
                consumer(
                    "new ByteArrayDeserializer(),\n        new ByteArrayDeserializer());",
                    """
                    new ByteArrayDeserializer(),
                            (topic, value) -> {
                              try {
                                UserEventJson.read(value);
                                return value;
                              } catch (MalformedEventException e) {
                                throw new org.apache.kafka.common.errors.SerializationException(e);
                              }
                            });
                    """),
                loop(
                    POLL_CATCH,
                    POLL_CATCH.replace(
                        "WakeupException", "org.apache.kafka.common.KafkaException")),
                loop("import org.apache.kafka.common.errors.WakeupException;\n", ""))
            .fails("consumer.malformed-json")
            .blocks("bonus.dead-letter", "bonus.metrics"),
        KnownSubmission.of(
                "no commit in a partition once it had poison",
                loop(
                    "        return;\n      }\n" + HANDLE,
                    """
                            return;
                          }
                          if (reading instanceof Malformed) {
                            spoilt.add(reading.record().partition());
                          }
                          dispatcher.handle(reading);
                          if (!spoilt.contains(reading.record().partition())) {
                            handled.add(reading.record());
                          }
                    """),
                loop(
                    "  private final BooleanSupplier stopped;",
                    "  private final BooleanSupplier stopped;\n"
                        + "  private final Set<Integer> spoilt = new java.util.HashSet<>();"))
            .failsWith(6, "consumer.malformed-json"),
        KnownSubmission.of(
                "the handler's exception is nobody's",
                dispatcher(CATCH_HANDLER, "catch (IllegalCallerException e)"))
            .fails("consumer.failing-handler"),
        KnownSubmission.of(
                "the handler's exception drops the rest of its batch",
                dispatcher(REPORT, "throw e;"),
                loop(
                    HANDLE,
                    """
                          try {
                            dispatcher.handle(reading);
                          } catch (RuntimeException e) {
                            partition.forEach(rest -> handled.add(rest.record()));
                            return;
                          }
                          handled.add(reading.record());
                    """))
            .fails("consumer.failing-handler"),
        KnownSubmission.of("no shutdown hook", program(HOOK, "")).fails("consumer.shutdown"),
        KnownSubmission.of(
                "a shutdown hook that does not wait",
                program("new Thread(() -> stop(consumer, ended))", "new Thread(consumer::stop)"))
            .fails("consumer.shutdown"),
        KnownSubmission.of(
                "a shutdown hook that waits for nothing", program("    consumer.stop();\n", ""))
            .fails("consumer.shutdown"),
        KnownSubmission.of(
                "a shutdown hook that waits for ever",
                program(
                    "!ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS)",
                    "!ended.await(SECONDS_TO_STOP, TimeUnit.HOURS)"),
                program(
                    "    } finally {\n      ended.countDown();\n",
                    "    } finally {\n      handler.printSummary();\n"))
            .fails("consumer.shutdown"));
  }

  private static KnownSubmission json(String name, String find, String replace) {
    return KnownSubmission.of(name, new Edit("UserEventJson.java", find, replace))
        .seenBy(Scope.CONSUMER);
  }

  private static KnownSubmission activity(String name, String... findAndReplace) {
    Edit[] edits = new Edit[findAndReplace.length / 2];
    for (int i = 0; i < edits.length; i++) {
      edits[i] =
          new Edit("UserActivityTracker.java", findAndReplace[2 * i], findAndReplace[2 * i + 1]);
    }
    return KnownSubmission.of(name, edits);
  }
}
