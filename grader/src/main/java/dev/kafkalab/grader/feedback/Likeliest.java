package dev.kafkalab.grader.feedback;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody meant who misspelt it. */
public final class Likeliest {

  /** Letters that may be wrong: {@code retry} and {@code retries} differ by three. */
  private static final int FAR = 3;

  private Likeliest() {}

  /** Returns the nearest of these names, if one is near. */
  public static Optional<String> of(String unknown, Collection<String> names) {
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
