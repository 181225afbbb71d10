package dev.kafkalab.grader.criteria.poison;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.evidence.Draft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record that consumers stumble over: malformed ones, or valid ones that are unusual.
 *
 * @param kind what is special about it, in the words of the report
 * @param pieces its records, which come in a row
 */
public record Poison(String kind, List<Piece> pieces) {

  /**
   * One record.
   *
   * @param event what a consumer should make of it; null if it is malformed
   */
  public record Piece(Draft draft, @Nullable UserEvent event) {

    static Piece of(UserEvent event) {
      return new Piece(Draft.of(event), event);
    }

    boolean isMalformed() {
      return event == null;
    }
  }

  /** Copies the records, so that a kind never changes. */
  public Poison {
    pieces = List.copyOf(pieces);
  }

  /** Makes a kind of malformed records. */
  static Poison malformed(String kind, byte[]... values) {
    return new Poison(
        kind,
        Arrays.stream(values)
            .map(value -> new Piece(new Draft(OddKey.TEXT.bytes(), value), null))
            .toList());
  }

  /** Makes a kind of records without a value. */
  static Poison withoutValue(String kind) {
    return new Poison(
        kind,
        Stream.of(OddKey.TEXT, OddKey.NONE)
            .map(key -> new Piece(new Draft(key.bytes(), null), null))
            .toList());
  }

  /** Gives its records these keys in turn. */
  Poison withKeys(OddKey... keys) {
    List<Piece> odd = new ArrayList<>();
    for (Piece piece : pieces) {
      byte @Nullable [] key = keys[odd.size() % keys.length].bytes();
      odd.add(new Piece(new Draft(key, piece.draft().value()), piece.event()));
    }
    return new Poison(kind, odd);
  }

  /** Returns whether a consumer must handle its records, not skip them. */
  boolean isValid() {
    return pieces.stream().noneMatch(Piece::isMalformed);
  }

  /** Returns whether one of its records is this event. */
  boolean holds(UserEvent event) {
    return pieces.stream().anyMatch(piece -> event.equals(piece.event()));
  }
}
