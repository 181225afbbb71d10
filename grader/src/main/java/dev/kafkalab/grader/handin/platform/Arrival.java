package dev.kafkalab.grader.handin.platform;

import java.util.List;

/**
 * What one student, or one group, handed in.
 *
 * @param label the name of it that is unique in the class, such as the folder's
 * @param people who handed it in, as far as the download says; several in a group
 * @param pieces the files and folders
 * @param isLate whether the download marks it as late
 * @param handedIn when it was handed in (ISO 8601), as far as the download says; else empty
 * @param note what was chosen of several attempts; empty if there was one
 */
public record Arrival(
    String label,
    List<Identity> people,
    List<Piece> pieces,
    boolean isLate,
    String handedIn,
    String note) {

  /** Copies the lists, so that an arrival never changes. */
  public Arrival {
    people = List.copyOf(people);
    pieces = List.copyOf(pieces);
  }

  /** Returns the same under another name. */
  public Arrival named(String other) {
    return new Arrival(other, people, pieces, isLate, handedIn, note);
  }

  static Arrival of(String label, Identity who, List<Piece> pieces) {
    return new Arrival(label, List.of(who), pieces, false, "", "");
  }
}
