package dev.kafkalab.grader.handin.platform;

import dev.kafkalab.grader.handin.archive.ArchiveKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out by its structure what kind of download a folder is. */
public final class Recognition {

  /** The platforms with the most special names come first. */
  private static final List<Platform> PLATFORMS =
      List.of(
          new Gradescope(),
          new Moodle(),
          new Blackboard(),
          new Brightspace(),
          new Canvas(),
          new Ilias(),
          new Clones());

  private static final Pattern OF_A_SUBMISSION =
      Pattern.compile(
          "src|main|java|dev|pom\\.xml|build\\.gradle(?:\\.kts)?|(?i:answers\\.\\w+)|(?i).+\\.java");

  /** A download may be in a folder of its own, or in two. */
  private static final int WRAPPERS = 2;

  private Recognition() {}

  /**
   * Recognizes the layout of a folder.
   *
   * @param label what to call it if it is one submission
   * @throws IOException where it cannot be read
   */
  public static Delivery of(Path folder, String label) throws IOException {
    return of(folder, label, WRAPPERS);
  }

  private static Delivery of(Path folder, String label, int wrappers) throws IOException {
    Listing listing = Listing.of(folder);
    for (Platform platform : PLATFORMS) {
      Optional<Delivery> delivery = platform.read(listing);
      if (delivery.isPresent()) {
        return delivery.get();
      }
    }
    if (isOne(listing)) {
      return one(folder, label);
    }
    if (listing.folders().size() == 1 && archives(listing) == 0) {
      Delivery inner = wrapped(listing.folders().get(0), wrappers);
      // What lies beside the folder may be the student's, too.
      return inner.shape() == Shape.ONE ? one(folder, inner.arrivals().get(0).label()) : inner;
    }
    return PlainFolders.of(listing);
  }

  private static Delivery wrapped(Path folder, int wrappers) throws IOException {
    String name = Listing.nameOf(folder);
    return wrappers == 0 ? one(folder, name) : of(folder, name, wrappers - 1);
  }

  private static boolean isOne(Listing listing) {
    boolean hasSources =
        Stream.concat(listing.folders().stream(), listing.files().stream())
            .anyMatch(each -> OF_A_SUBMISSION.matcher(Listing.nameOf(each)).matches());
    boolean isSmall = listing.folders().isEmpty() && archives(listing) <= 1;
    return hasSources || isSmall;
  }

  private static long archives(Listing listing) {
    return listing.files().stream()
        .filter(file -> ArchiveKind.isNamed(Listing.nameOf(file)))
        .count();
  }

  private static Delivery one(Path folder, String label) {
    Arrival arrival =
        Arrival.of(label, new Identity("", "", "", ""), List.of(Piece.contentOf(folder)));
    return new Delivery(Shape.ONE, List.of(arrival), List.of());
  }
}
