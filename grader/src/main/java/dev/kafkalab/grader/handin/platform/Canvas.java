package dev.kafkalab.grader.handin.platform;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Canvas' "Download Submissions": flat, with names as lib/content_zipper.rb makes them. */
final class Canvas implements Platform {

  private static final String WHAT =
      "(?:_(?<attachment>\\d+)_(?<file>.+)|_(?<entry>text|link)\\.html)";
  private static final Pattern FILE =
      Pattern.compile("(?<name>[\\p{L}\\p{M}\\p{N}_]+?)(?<late>_LATE)?_(?<id>\\d+)" + WHAT);
  private static final Pattern HIDDEN =
      Pattern.compile("(?<late>LATE_)?anon_(?<id>[\\p{Alnum}]+)" + WHAT);

  @Override
  public Optional<Delivery> read(Listing listing) {
    if (!listing.haveFiles(FILE, HIDDEN)) {
      return Optional.empty();
    }
    Owners owners = new Owners();
    listing.files().forEach(file -> give(owners, file));
    return Optional.of(owners.delivery(Shape.CANVAS, listing));
  }

  private static void give(Owners owners, Path file) {
    String fileName = Listing.nameOf(file);
    Matcher hidden = HIDDEN.matcher(fileName);
    if (hidden.matches()) {
      String label = "anon_" + hidden.group("id");
      give(owners, label, Identity.ofName(hidden.group("id"), ""), hidden, file);
      return;
    }
    Matcher named = FILE.matcher(fileName);
    if (named.matches()) {
      String label = named.group("name") + "_" + named.group("id");
      Identity who = Identity.ofName(named.group("id"), named.group("name"));
      give(owners, label, who, named, file);
    }
  }

  private static void give(Owners owners, String label, Identity who, Matcher match, Path file) {
    String original = match.group("file");
    Piece piece = new Piece(file, original == null ? match.group("entry") + ".html" : original);
    owners.give(label, who, piece, match.group("late") != null);
  }
}
