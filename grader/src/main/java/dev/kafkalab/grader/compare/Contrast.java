package dev.kafkalab.grader.compare;

import dev.kafkalab.grader.feedback.KafkaUsage;
import dev.kafkalab.grader.feedback.KafkaUsage.Call;
import dev.kafkalab.grader.feedback.KafkaUsage.Client;
import dev.kafkalab.grader.feedback.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How two solutions used Kafka's clients differently.
 *
 * @param settings effective settings with different values
 * @param calls methods that one of them calls and the other does not
 */
public record Contrast(List<Setting> settings, List<Use> calls) {

  private static final List<String> KINDS = List.of("producer", "consumer");

  /** Stands for a missing value or client. */
  private static final String NONE = "none";

  /** Copies the lists, so that it never changes. */
  public Contrast {
    settings = List.copyOf(settings);
    calls = List.copyOf(calls);
  }

  /**
   * A setting.
   *
   * @param kind {@code consumer} or {@code producer}
   * @param name its name; {@code clients} if only one solution made any
   * @param submission the values in the submission's clients, in order
   * @param reference the same of the reference
   */
  public record Setting(String kind, String name, String submission, String reference) {}

  /**
   * A method that only one of the two calls.
   *
   * @param kind {@code consumer} or {@code producer}
   * @param bySubmission whether it is the submission that calls it
   * @param lines where; empty if that is not known
   */
  public record Use(String kind, String method, boolean bySubmission, List<Location> lines) {

    /** Copies the lines, so that a use never changes. */
    public Use {
      lines = List.copyOf(lines);
    }
  }

  static Contrast between(KafkaUsage submission, KafkaUsage reference) {
    List<Setting> settings = new ArrayList<>();
    for (String kind : KINDS) {
      settings.addAll(settings(kind, of(kind, submission), of(kind, reference)));
    }
    List<Use> calls = new ArrayList<>(uses(submission, reference, true));
    calls.addAll(uses(reference, submission, false));
    return new Contrast(settings, calls);
  }

  /** Returns whether they do not differ. */
  public boolean isEmpty() {
    return settings.isEmpty() && calls.isEmpty();
  }

  /** Returns the part of it that is not in another one. */
  Contrast without(Contrast other) {
    return new Contrast(
        settings.stream().filter(each -> !other.settings.contains(each)).toList(),
        calls.stream().filter(each -> !other.calls.contains(each)).toList());
  }

  private static List<Client> of(String kind, KafkaUsage usage) {
    return usage.clients().stream().filter(client -> client.kind().equals(kind)).toList();
  }

  private static List<Setting> settings(
      String kind, List<Client> submission, List<Client> reference) {
    if (submission.isEmpty() || reference.isEmpty()) {
      return submission.isEmpty() == reference.isEmpty()
          ? List.of()
          : List.of(new Setting(kind, "clients", counted(submission), counted(reference)));
    }
    Set<String> names =
        Stream.concat(submission.stream(), reference.stream())
            .flatMap(client -> client.settings().keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return names.stream()
        .map(name -> new Setting(kind, name, values(name, submission), values(name, reference)))
        .filter(setting -> !setting.submission().equals(setting.reference()))
        .toList();
  }

  private static String counted(List<Client> clients) {
    return clients.isEmpty() ? NONE : "some";
  }

  private static String values(String name, List<Client> clients) {
    return clients.stream()
        .map(client -> client.settings().getOrDefault(name, NONE))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static List<Use> uses(KafkaUsage by, KafkaUsage notBy, boolean bySubmission) {
    return by.calls().stream()
        .filter(call -> notBy.calls().stream().noneMatch(other -> isSame(call, other)))
        .map(call -> new Use(call.kind(), call.method(), bySubmission, call.lines()))
        .toList();
  }

  private static boolean isSame(Call one, Call other) {
    return one.kind().equals(other.kind()) && one.method().equals(other.method());
  }
}
