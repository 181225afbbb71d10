package dev.kafkalab.grader.proof;

import static dev.kafkalab.grader.proof.Edit.dispatcher;
import static dev.kafkalab.grader.proof.Edit.loop;

import java.util.List;

/** Submissions with a fault in a challenge. */
final class BrokenChallenges {

  private static final String HEADERS =
      "record.headers().add(RecordHeaders.SOURCE, SOURCE).add(RecordHeaders.VERSION, VERSION);";
  private static final String COMMIT_EACH =
      "      handled.add(reading.record());\n      handled.commit();\n";
  private static final String CONFIRMED = "      answer.get();\n      return true;";
  private static final String WITH_FILE = "ClientProperties.of(settings, OWN_PROPERTIES)";

  private BrokenChallenges() {}

  static List<KnownSubmission> all() {
    return List.of(
        KnownSubmission.of(
                "headers on logins only",
                new Edit(
                    "EventRecord.java",
                    HEADERS,
                    "if (event.eventType().equals(UserEvent.LOGIN)) {\n" + HEADERS + "\n}"))
            .fails("bonus.headers"),
        KnownSubmission.of(
                "an empty version",
                new Edit("EventRecord.java", "\"1\".getBytes(UTF_8)", "new byte[0]"))
            .fails("bonus.headers", "version"),
        letter(
                "dead letters without a key",
                "origin.key(), origin.value()",
                "new byte[0], origin.value()")
            .fails("bonus.dead-letter", "key"),
        letter(
                "dead letters as text",
                "origin.key(), origin.value(), origin.headers()",
                "origin.key(), new String(origin.value() == null ? new byte[0] : origin.value(), UTF_8).getBytes(UTF_8), origin.headers()")
            .fails("bonus.dead-letter"),
        letter(
                "dead letters with the offset that comes next",
                "String.valueOf(origin.offset())",
                "String.valueOf(origin.offset() + 1)")
            .fails("bonus.dead-letter", "dead-letter-offset"),
        KnownSubmission.of(
                "dead letters that nobody waits for",
                new Edit("DeadLetters.java", CONFIRMED, "      return !answer.isCancelled();"),
                new Edit(
                    "DeadLetters.java",
                    "    } catch (ExecutionException e) {\n",
                    "    } catch (org.apache.kafka.common.errors.ApiException e) {\n"),
                new Edit(
                    "DeadLetters.java",
                    "    } catch (InterruptedException e) {\n      throw new InterruptException(e);\n",
                    ""),
                new Edit(
                    "DeadLetters.java",
                    "import org.apache.kafka.common.errors.InterruptException;\n",
                    ""),
                new Edit(
                    "DeadLetters.java", "import java.util.concurrent.ExecutionException;\n", ""))
            .fails("bonus.dead-letter"),
        KnownSubmission.of(
                "malformed records not counted", dispatcher("      counts.addMalformed();\n", ""))
            .fails("bonus.metrics"),
        KnownSubmission.of(
                "malformed records counted among the logins",
                dispatcher(
                    "      counts.addMalformed();\n",
                    "      counts.addHandled(new UserEvent(\"\", UserEvent.LOGIN,"
                        + " java.time.Instant.EPOCH, java.util.Map.of()));\n"))
            .fails("bonus.metrics"),
        KnownSubmission.of(
                "counted before the handler, which may throw",
                dispatcher(
                    "      dispatch(good.event());\n      counts.addHandled(good.event());\n",
                    "      counts.addHandled(good.event());\n      dispatch(good.event());\n"))
            .fails("bonus.metrics"),
        KnownSubmission.of(
                "a commit for each record",
                loop("      handled.add(reading.record());\n", COMMIT_EACH))
            .leavesOut("bonus.batch"),
        KnownSubmission.of(
                "polls of one record",
                Edit.consumer("GROUP_ID_CONFIG,\n", "\"max.poll.records\", 1, GROUP_ID_CONFIG,\n"))
            .leavesOut("bonus.batch"),
        KnownSubmission.of(
                "a config file for the consumer only",
                Edit.producer(
                    WITH_FILE,
                    """
                    ClientProperties.of(
                        new LabSettings(
                            settings.topic(),
                            settings.deadLetterTopic(),
                            settings.groupId(),
                            settings.clientProperties(),
                            null),
                        OWN_PROPERTIES)"""))
            .fails("bonus.config-file", "producer"),
        KnownSubmission.of(
                "a config file below the consumer's own settings",
                Edit.consumer(
                    "        ClientProperties.of(settings, own),\n",
                    "        named(ClientProperties.of(settings, own)),\n"),
                Edit.consumer(
                    "  private Consumer<byte[], byte[]> connect() {\n",
                    """
                      private static Map<String, Object> named(Map<String, Object> properties) {
                        properties.put("client.id", "activity");
                        return properties;
                      }

                      private Consumer<byte[], byte[]> connect() {
                    """))
            .fails("bonus.config-file", "consumer"));
  }

  private static KnownSubmission letter(String name, String find, String replace) {
    return KnownSubmission.of(name, new Edit("DeadLetter.java", find, replace));
  }
}
