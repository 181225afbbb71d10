package dev.kafkalab.grader.criteria.trace;

import dev.kafkalab.grader.feedback.Exhibit.Story;
import dev.kafkalab.grader.feedback.KafkaUsage;
import dev.kafkalab.grader.feedback.KafkaUsage.Call;
import dev.kafkalab.grader.feedback.KafkaUsage.Client;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.recorder.ClientCall;
import dev.kafkalab.grader.studentvm.recorder.ClientMade;
import dev.kafkalab.grader.studentvm.recorder.ClientNotes;
import dev.kafkalab.grader.wire.ClientKind;
import dev.kafkalab.grader.wire.CommonSettings;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sums up how the student's code used Kafka in the runs of a criterion. */
public final class UsageSummary {

  /** Kafka numbers clients without a name. */
  private static final Pattern MADE_UP = Pattern.compile("(consumer-.*|producer)-\\d+");

  private static final Comparator<Location> BY_LINE =
      Comparator.comparing(Location::file).thenComparingInt(Location::line);

  private final Set<String> givenGroups;
  private final Set<Client> clients = new LinkedHashSet<>();
  private final Map<Method, Set<Location>> calls = new TreeMap<>();

  private UsageSummary(Set<String> givenGroups) {
    this.givenGroups = givenGroups;
  }

  private record Method(String kind, String name) implements Comparable<Method> {

    @Override
    public int compareTo(Method other) {
      return Comparator.comparing(Method::kind).thenComparing(Method::name).compare(this, other);
    }
  }

  /**
   * What is known of one run.
   *
   * @param notes what was noted of Kafka's clients
   * @param givenGroup the group that the grader gave it
   * @param handled how many events its handler returned from
   * @param commits how many commits it sent
   */
  public record Seen(ClientNotes notes, String givenGroup, int handled, int commits) {}

  public static KafkaUsage of(List<Seen> runs, List<Story> stories) {
    // Runs that share a JVM share its notes: a client there may be another run's.
    UsageSummary sum =
        new UsageSummary(runs.stream().map(Seen::givenGroup).collect(Collectors.toSet()));
    runs.forEach(run -> sum.add(run.notes()));
    return new KafkaUsage(
        List.copyOf(sum.clients),
        sum.calls(),
        runs.stream().mapToInt(Seen::handled).sum(),
        runs.stream().mapToInt(Seen::commits).sum(),
        stories);
  }

  private void add(ClientNotes notes) {
    notes.made().forEach(made -> clients.add(client(made)));
    for (ClientCall call : notes.calls()) {
      Set<Location> lines =
          calls.computeIfAbsent(
              new Method(word(call.kind()), call.api().method()), each -> new TreeSet<>(BY_LINE));
      if (call.at() != null) {
        lines.add(call.at());
      }
    }
  }

  /** Names chosen by the grader differ in each run, and say nothing about the code. */
  private Client client(ClientMade made) {
    Map<String, String> settings = new TreeMap<>(made.settings());
    settings.keySet().removeAll(CommonSettings.NAMES);
    if (givenGroups.contains(settings.getOrDefault("group.id", ""))) {
      settings.remove("group.id");
    }
    if (MADE_UP.matcher(settings.getOrDefault("client.id", "")).matches()) {
      settings.remove("client.id");
    }
    for (String group : givenGroups) {
      settings.replaceAll((name, value) -> value.replace(group, "<group>"));
    }
    return new Client(word(made.kind()), settings);
  }

  private List<Call> calls() {
    return calls.entrySet().stream()
        .map(
            entry ->
                new Call(
                    entry.getKey().kind(),
                    entry.getKey().name(),
                    List.copyOf(Objects.requireNonNull(entry.getValue()))))
        .toList();
  }

  private static String word(ClientKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
