package dev.kafkalab.grader.criteria.poison;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.evidence.Draft;
import java.util.List;
import java.util.stream.IntStream;
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

  /**
   * Makes a kind of malformed records. Other programs write to a topic too, so their keys are text,
   * none, empty, or no text, in turn.
   */
  static Poison malformed(String kind, byte[]... values) {
    return new Poison(
        kind, IntStream.range(0, values.length).mapToObj(i -> malformed(i, values[i])).toList());
  }

  /** Makes a kind of that many records without a value. */
  static Poison withoutValue(String kind, int count) {
    return new Poison(kind, IntStream.range(0, count).mapToObj(i -> malformed(i, null)).toList());
  }

  private static Piece malformed(int number, byte @Nullable [] value) {
    return new Piece(new Draft(OddKey.inTurn(number), value), null);
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
