package dev.kafkalab.grader.report;

import dev.kafkalab.grader.compare.Contrast;
import dev.kafkalab.grader.compare.Pair;
import dev.kafkalab.grader.feedback.KafkaUsage;
import dev.kafkalab.grader.feedback.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One thing in which two solutions differ, in words.
 *
 * @param name what it is, such as {@code consumer enable.auto.commit}
 * @param submission how the submission does it
 * @param reference how the reference does it
 */
public record Trait(String name, String submission, String reference) {

  public static List<Trait> of(Contrast contrast) {
    List<Trait> traits = new ArrayList<>();
    contrast
        .settings()
        .forEach(
            setting ->
                traits.add(
                    new Trait(
                        setting.kind() + " " + setting.name(),
                        setting.submission(),
                        setting.reference())));
    for (Contrast.Use use : contrast.calls()) {
      String name = "%s.%s()".formatted(use.kind(), use.method());
      String called = called(use.lines());
      traits.add(
          use.bySubmission()
              ? new Trait(name, called, "not called")
              : new Trait(name, "not called", called));
    }
    return traits;
  }

  /** Returns what differs in one criterion, including how often each committed. */
  public static List<Trait> of(Pair pair) {
    List<Trait> traits = new ArrayList<>(of(pair.contrast()));
    String submission = commits(pair.submission().usage());
    String reference = commits(pair.reference().usage());
    if (!submission.equals(reference)) {
      traits.add(new Trait("commits", submission, reference));
    }
    return traits;
  }

  private static String called(List<Location> lines) {
    return lines.isEmpty()
        ? "called"
        : "at " + lines.stream().map(Location::toString).collect(Collectors.joining(", "));
  }

  private static String commits(KafkaUsage usage) {
    if (usage.handled() == 0) {
      return usage.commits() == 0 ? "none" : usage.commits() + ", but no event was handled";
    }
    return String.format(
        Locale.ROOT,
        "%d for %d events (%.2f per event)",
        usage.commits(),
        usage.handled(),
        usage.commits() / (double) usage.handled());
  }
}
