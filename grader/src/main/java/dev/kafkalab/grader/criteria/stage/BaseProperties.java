package dev.kafkalab.grader.criteria.stage;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.evidence.EventGenerator;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.studentvm.recorder.ClientMade;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The harmless settings among the lab's properties: other ones in each run, close to Kafka's
 * defaults, so that they tell nobody of a grader and change nothing. Where they arrive, the
 * properties of a company would, too.
 *
 * @param values by their names
 */
public record BaseProperties(Map<String, String> values) {

  /** How many of them a run has: a student may set one of them on purpose, but not all. */
  private static final int SOME = 3;

  /** Settings of every kind of client, each with a value a bit below Kafka's default. */
  private static final List<Map.Entry<String, Integer>> ALL =
      List.of(
          Map.entry("request.timeout.ms", 30_000),
          Map.entry("metadata.max.age.ms", 300_000),
          Map.entry("connections.max.idle.ms", 540_000),
          Map.entry("reconnect.backoff.max.ms", 1_000),
          Map.entry("retry.backoff.max.ms", 1_000),
          Map.entry("socket.connection.setup.timeout.ms", 10_000),
          Map.entry("socket.connection.setup.timeout.max.ms", 30_000));

  /** Copies, so that they never change. */
  public BaseProperties {
    values = Map.copyOf(values);
  }

  /** Returns another harmless value for each that may be drawn: for a file that overrides them. */
  public static Map<String, String> overridden() {
    return ALL.stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, each -> String.valueOf(each.getValue() / 5 * 4)));
  }

  /** Draws some. */
  static BaseProperties drawnBy(EventGenerator events) {
    int first = events.below(ALL.size());
    Map<String, String> values = new HashMap<>();
    IntStream.range(first, first + SOME)
        .mapToObj(i -> ALL.get(i % ALL.size()))
        .forEach(
            each ->
                values.put(
                    each.getKey(),
                    String.valueOf(each.getValue() - 1 - events.below(each.getValue() / 10))));
    return new BaseProperties(values);
  }

  /** Describes the first client that has none of them; empty where each has some. */
  Optional<Feedback> missingAt(List<ClientMade> clients) {
    return clients.stream().filter(client -> !reached(client)).findFirst().map(this::missing);
  }

  private boolean reached(ClientMade client) {
    return values.entrySet().stream()
        .anyMatch(
            each -> client.setting(each.getKey()).filter(each.getValue()::equals).isPresent());
  }

  private Feedback missing(ClientMade client) {
    Map.Entry<String, String> first = new TreeMap<>(values).entrySet().iterator().next();
    return Feedback.of(
            "A Kafka client was created without the properties of settings.clientProperties().",
            "Copy settings.clientProperties() into the properties of each client, then add your own: in a company they also say how to log in.",
            fact("property", first.getKey() + "=" + first.getValue()),
            fact("the client has", client.setting(first.getKey()).orElse("another value")))
        .at(client.at());
  }
}
