package dev.kafkalab.grader.submission.compiler;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes the packages off the class names in a compiler's message, as a student says them. */
final class SimpleNames {

  /** A package by Java's custom, in small letters, and the class after it. */
  private static final Pattern QUALIFIED =
      Pattern.compile("\\b((?:[a-z_][a-z0-9_]*\\.)+)([A-Z]\\w*)");

  private SimpleNames() {}

  /** Returns the text with simple names, except where two classes of it would look the same. */
  static String in(String text) {
    Map<String, Set<String>> packagesByName =
        QUALIFIED
            .matcher(text)
            .results()
            .collect(
                Collectors.groupingBy(
                    match -> match.group(2),
                    Collectors.mapping(match -> match.group(1), Collectors.toSet())));
    return QUALIFIED
        .matcher(text)
        .replaceAll(
            match ->
                packagesByName.getOrDefault(match.group(2), Set.of()).size() == 1 ? "$2" : "$0");
  }
}
