package dev.kafkalab.grader.zoo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The content of the file of one known submission.
 *
 * @param title what is special about it
 * @param expected outcomes by criterion, such as {@code FAILED 6}
 * @param others the outcome of all others that the changes can affect; PASSED, if it is not given
 * @param says texts that its failures must contain
 * @param misconceptions the ids that its failures must name
 * @param seenBy the scopes that the changes can affect, if the files do not determine them
 * @param changes the changes to the reference
 */
record SubmissionFile(
    @Nullable String title,
    @Nullable Map<String, String> expected,
    @Nullable String others,
    @Nullable List<String> says,
    @Nullable List<String> misconceptions,
    @Nullable List<String> seenBy,
    @Nullable List<Item> changes) {

  /**
   * One change: an edit of a file, or a folder of sources.
   *
   * @param file the file to edit
   * @param find a text that must occur exactly once
   * @param replace its replacement
   * @param with a folder of sources that replace those of the same name
   * @param only a folder of sources that replace all
   */
  record Item(
      @Nullable String file,
      @Nullable String find,
      @Nullable String replace,
      @Nullable String with,
      @Nullable String only) {

    Change change(Path sources) {
      if (with != null) {
        return new Sources(sources.resolve(with), false);
      }
      if (only != null) {
        return new Sources(sources.resolve(only), true);
      }
      if (file == null || find == null || replace == null) {
        throw new IllegalArgumentException(
            "a change needs file, find and replace, or with, or only");
      }
      return new Edit(file, find, replace);
    }
  }

  KnownSubmission submission(Proof kind, String id, Path sources) throws IOException {
    List<Change> made = new ArrayList<>();
    orEmpty(changes).forEach(item -> made.add(item.change(sources)));
    Set<SeenBy> scopes = scopes(made);
    return new KnownSubmission(
        kind,
        id,
        Objects.requireNonNullElse(title, id),
        made,
        scopes,
        expectations(scopes),
        orEmpty(says),
        Set.copyOf(orEmpty(misconceptions)));
  }

  private Map<String, Expectation> expectations(Set<SeenBy> scopes) {
    Map<String, Expectation> expectations = new LinkedHashMap<>();
    if (others != null) {
      Expectation other = Expectation.parse(others);
      SeenBy.criteriaOf(scopes).forEach(criterion -> expectations.put(criterion, other));
    }
    Map<String, String> outcomes = expected == null ? Map.of() : expected;
    outcomes.forEach((criterion, text) -> expectations.put(criterion, Expectation.parse(text)));
    expectations.values().removeIf(Expectation.PASSED::equals);
    return expectations;
  }

  private Set<SeenBy> scopes(List<Change> made) throws IOException {
    if (seenBy != null) {
      return seenBy.stream()
          .map(scope -> SeenBy.valueOf(scope.toUpperCase(Locale.ROOT)))
          .collect(Collectors.toSet());
    }
    if (made.isEmpty()) {
      return Set.of(SeenBy.ALL);
    }
    Set<SeenBy> seen = EnumSet.noneOf(SeenBy.class);
    for (Change change : made) {
      seen.addAll(change.scopes());
    }
    return seen;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
