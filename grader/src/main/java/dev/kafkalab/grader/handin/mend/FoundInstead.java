package dev.kafkalab.grader.handin.mend;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.handin.archive.ArchiveKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Says what a submission without the lab's factory has instead. */
final class FoundInstead {

  private static final int NAMED = 3;

  private FoundInstead() {}

  static Feedback of(Collection<String> paths) {
    if (paths.isEmpty()) {
      return HandinFeedback.nothing();
    }
    return first(paths, ".java.txt")
        .map(HandinFeedback::textFile)
        .or(() -> first(paths, ".kt").map(HandinFeedback::kotlin))
        .orElseGet(() -> HandinFeedback.noModule(phrase(paths)));
  }

  private static Optional<String> first(Collection<String> paths, String ending) {
    return paths.stream()
        .filter(path -> path.toLowerCase(Locale.ROOT).endsWith(ending))
        .findFirst();
  }

  private static String phrase(Collection<String> paths) {
    List<String> parts = new ArrayList<>();
    List<String> rest = new ArrayList<>(paths.stream().map(Steps::nameOf).toList());
    take(rest, FileNames::isJava, "Java file", parts);
    take(rest, ArchiveKind::isNamed, "archive", parts);
    take(rest, FileNames::isPicture, "picture", parts);
    take(rest, name -> true, parts.isEmpty() ? "file" : "other file", parts);
    return String.join(", ", parts);
  }

  private static void take(
      List<String> rest, Predicate<String> isOne, String noun, List<String> parts) {
    List<String> taken = rest.stream().filter(isOne).toList();
    rest.removeAll(taken);
    if (!taken.isEmpty()) {
      String named = String.join(", ", taken.subList(0, Math.min(NAMED, taken.size())));
      parts.add(
          String.format(
              Locale.ROOT,
              "%d %s%s (%s%s)",
              taken.size(),
              noun,
              taken.size() == 1 ? "" : "s",
              named,
              taken.size() > NAMED ? ", …" : ""));
    }
  }
}
