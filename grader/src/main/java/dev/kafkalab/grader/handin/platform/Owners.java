package dev.kafkalab.grader.handin.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects the files of each student while a listing is read. */
final class Owners {

  /** One student's files so far. */
  private static final class Owner {
    private final Identity who;
    private final List<Piece> pieces = new ArrayList<>();
    private boolean isLate;

    Owner(Identity who) {
      this.who = who;
    }
  }

  private final Map<String, Owner> byLabel = new TreeMap<>();
  private final Set<Path> used = new HashSet<>();

  /** Gives a file or folder to a student. */
  void give(String label, Identity who, Piece piece, boolean isLate) {
    Owner owner = byLabel.computeIfAbsent(label, unused -> new Owner(who));
    owner.pieces.add(piece);
    owner.isLate |= isLate;
    used.add(piece.path());
  }

  Delivery delivery(Shape shape, Listing listing) {
    List<Arrival> arrivals = new ArrayList<>();
    byLabel.forEach(
        (label, owner) ->
            arrivals.add(
                new Arrival(label, List.of(owner.who), owner.pieces, owner.isLate, "", "")));
    return new Delivery(shape, arrivals, listing.allBut(List.copyOf(used)));
  }
}
