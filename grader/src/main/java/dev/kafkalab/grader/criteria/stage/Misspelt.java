package dev.kafkalab.grader.criteria.stage;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.studentvm.recorder.ClientMade;
import dev.kafkalab.grader.wire.ClientKind;
import dev.kafkalab.grader.wire.CommonSettings;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Tells of settings that no client of Kafka has: it only logs a warning, and goes on without. */
final class Misspelt {

  /** Letters that may be wrong: {@code retry} and {@code retries} differ by three. */
  private static final int FAR = 3;

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
                likeliest(unknown, names).stream()
                    .map(
                        name ->
                            fact(
                                "not a setting of Kafka's " + kind,
                                "%s; did you mean %s?".formatted(unknown, name))));
  }

  private static Optional<String> likeliest(String unknown, Set<String> names) {
    return names.stream()
        .filter(name -> distance(unknown, name) <= FAR)
        .min(
            Comparator.comparingInt((String name) -> distance(unknown, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Counts the letters to insert, delete or replace: Levenshtein's distance, row by row. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int same = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
