package dev.kafkalab.grader.handin.platform;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ILIAS' download of an exercise: one folder for each student, with the login and a number. */
final class Ilias implements Platform {

  private static final Pattern FOLDER =
      Pattern.compile("(?<last>[^_]+)_(?<first>[^_]+)_(?<login>[^\\s]+)_(?<id>\\d+)");

  /** Such names are not very special: every folder must have one. */
  private static boolean isAllOf(Listing listing) {
    return !listing.folders().isEmpty()
        && listing.folders().stream()
            .allMatch(folder -> FOLDER.matcher(Listing.nameOf(folder)).matches());
  }

  @Override
  public Optional<Delivery> read(Listing listing) {
    if (!isAllOf(listing)) {
      return Optional.empty();
    }
    Owners owners = new Owners();
    for (Path folder : listing.folders()) {
      Matcher match = FOLDER.matcher(Listing.nameOf(folder));
      if (match.matches()) {
        String name = match.group("last") + ", " + match.group("first");
        owners.give(
            Listing.nameOf(folder),
            new Identity(match.group("id"), name, match.group("login"), ""),
            Piece.contentOf(folder),
            false);
      }
    }
    return Optional.of(owners.delivery(Shape.ILIAS, listing));
  }
}
