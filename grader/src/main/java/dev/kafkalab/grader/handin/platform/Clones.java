package dev.kafkalab.grader.handin.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Clones of GitHub Classroom or Classroom 50: the login is the folder's name, or ends it. */
final class Clones implements Platform {

  @Override
  public Optional<Delivery> read(Listing listing) {
    List<Path> folders = listing.folders();
    boolean areClones =
        !folders.isEmpty()
            && folders.stream().allMatch(folder -> Files.exists(folder.resolve(".git")));
    if (!areClones) {
      return Optional.empty();
    }
    int prefix = assignment(folders.stream().map(Listing::nameOf).toList()).length();
    List<Arrival> arrivals =
        folders.stream()
            .map(
                folder -> {
                  String name = Listing.nameOf(folder);
                  Identity who = Identity.ofLogin(name.substring(prefix));
                  return Arrival.of(name, who, List.of(Piece.contentOf(folder)));
                })
            .toList();
    return Optional.of(new Delivery(Shape.CLONES, arrivals, listing.allBut(folders)));
  }

  /** Returns what all names begin with, up to a hyphen; nothing where there is one name only. */
  static String assignment(List<String> names) {
    if (names.size() < 2) {
      return "";
    }
    String common = names.get(0);
    for (String name : names) {
      while (!name.startsWith(common)) {
        common = common.substring(0, common.length() - 1);
      }
    }
    return common.substring(0, common.lastIndexOf('-') + 1);
  }
}
