package dev.kafkalab.grader.criteria.stage;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Likeliest;
import dev.kafkalab.grader.studentvm.recorder.ClientMade;
import dev.kafkalab.grader.wire.ClientKind;
import dev.kafkalab.grader.wire.CommonSettings;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Tells of settings that no client of Kafka has: it only logs a warning, and goes on without. */
final class Misspelt {

  private Misspelt() {}

  /** Returns a fact for each such setting that looks like one that there is. */
  static List<Fact> in(List<ClientMade> clients) {
    return clients.stream().flatMap(Misspelt::in).distinct().toList();
  }

  private static Stream<Fact> in(ClientMade client) {
    Set<String> names =
        client.kind() == ClientKind.CONSUMER
            ? ConsumerConfig.configNames()
            : ProducerConfig.configNames();
    String kind = client.kind().name().toLowerCase(Locale.ROOT);
    return client.setting(CommonSettings.UNKNOWN).stream()
        .flatMap(unknown -> Stream.of(unknown.split(",")))
        .flatMap(
            unknown ->
                Likeliest.of(unknown, names).stream()
                    .map(
                        name ->
                            fact(
                                "not a setting of Kafka's " + kind,
                                "%s; did you mean %s?".formatted(unknown, name))));
  }
}
