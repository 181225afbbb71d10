package dev.kafkalab.grader.classrun;

import dev.kafkalab.grader.classrun.book.State;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says which participants are graded although they have a result.
 *
 * @param which which kind of them
 * @param ids whom else
 */
public record Again(Which which, Set<String> ids) {

  /** Nobody: only what is missing or has changed is graded. */
  public static final Again NOTHING = new Again(Which.CHANGED, Set.of());

  /** Kinds of participants. */
  public enum Which {
    /** Whose submission, or whose grader, has changed. */
    CHANGED,
    /** Those, and whom the grader itself failed at. */
    FAILED,
    /** Everybody. */
    ALL
  }

  /** Copies the ids, so that a choice never changes. */
  public Again {
    ids = Set.copyOf(ids);
  }

  /** Parses {@code changed}, {@code failed}, {@code all}, or ids between commas. */
  public static Again parse(String text) {
    for (Which which : Which.values()) {
      if (which.name().equalsIgnoreCase(text.strip())) {
        return new Again(which, Set.of());
      }
    }
    return new Again(
        Which.CHANGED,
        Stream.of(text.split(",", -1))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toSet()));
  }

  boolean concerns(String id, State state) {
    return which == Which.ALL
        || ids.contains(id)
        || (which == Which.FAILED && state == State.FAILED);
  }
}
