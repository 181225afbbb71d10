package dev.kafkalab.grader.handin.mend;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Knows what systems, archives, builds and editors leave behind, and keeps in mind what it saw. */
public final class Leftovers {

  private static final Set<String> FOLDERS =
      Set.of("__MACOSX", "target", "build", "out", "node_modules");
  private static final List<String> FILES = List.of("thumbs.db", "desktop.ini", ".class", ".iml");
  private static final List<String> MAVEN_SOURCES = List.of("src", "main", "java");

  private final Set<String> seen = new TreeSet<>();

  /** Returns whether nobody needs the file or folder at these steps. */
  public boolean has(List<String> steps) {
    Optional<String> leftover = of(steps);
    leftover.ifPresent(seen::add);
    return leftover.isPresent();
  }

  /** Returns what was seen, each kind once. */
  Collection<String> seen() {
    return seen;
  }

  private static Optional<String> of(List<String> steps) {
    for (int i = 0; i < steps.size(); i++) {
      String step = steps.get(i);
      if (step.startsWith("._")) {
        return Optional.of("._*");
      }
      if (step.startsWith(".")) {
        return Optional.of(step);
      }
      boolean isFolder = i < steps.size() - 1;
      // Below src/main/java every folder is a package, whatever it is called.
      if (isFolder && FOLDERS.contains(step) && !isBelowMavenSources(steps.subList(0, i))) {
        return Optional.of(step + "/");
      }
      if (!isFolder && FILES.stream().anyMatch(step.toLowerCase(Locale.ROOT)::endsWith)) {
        return Optional.of("*" + step.substring(step.lastIndexOf('.')));
      }
    }
    return Optional.empty();
  }

  private static boolean isBelowMavenSources(List<String> steps) {
    return Collections.indexOfSubList(steps, MAVEN_SOURCES) >= 0;
  }
}
