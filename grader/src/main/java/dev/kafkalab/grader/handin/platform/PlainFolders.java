package dev.kafkalab.grader.handin.platform;

import dev.kafkalab.grader.handin.archive.ArchiveKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder or an archive for each student, named as somebody chose. */
final class PlainFolders {

  private PlainFolders() {}

  static Delivery of(Listing listing) {
    List<Path> used = new ArrayList<>();
    List<Arrival> arrivals = new ArrayList<>();
    for (Path folder : listing.folders()) {
      used.add(folder);
      arrivals.add(arrival(Listing.nameOf(folder), Piece.contentOf(folder)));
    }
    for (Path file : listing.files()) {
      if (ArchiveKind.isNamed(Listing.nameOf(file))) {
        used.add(file);
        arrivals.add(arrival(labelOf(file, listing), Piece.as(file)));
      }
    }
    return new Delivery(Shape.FOLDERS, arrivals, listing.allBut(used));
  }

  /** Where a folder and an archive have one name, the archive keeps its ending. */
  private static String labelOf(Path archive, Listing listing) {
    String name = Listing.nameOf(archive);
    String stem = ArchiveKind.stem(name);
    boolean isTaken =
        Stream.concat(listing.folders().stream(), listing.files().stream())
            .filter(other -> !other.equals(archive))
            .anyMatch(other -> ArchiveKind.stem(Listing.nameOf(other)).equals(stem));
    return isTaken ? name : stem;
  }

  /** The name may be an id, a login, an address or a name: the roster tells. */
  private static Arrival arrival(String name, Piece piece) {
    return Arrival.of(name, new Identity("", "", "", ""), List.of(piece));
  }
}
