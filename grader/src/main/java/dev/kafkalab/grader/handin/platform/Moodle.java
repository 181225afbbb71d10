package dev.kafkalab.grader.handin.platform;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moodle's "Download all submissions", in folders (with {@code _} at their end until 4.0) or flat.
 * The forms are those that mod/assign/feedback/file/importziplib.php takes back.
 */
final class Moodle implements Platform {

  private static final String OWNER = "(?<name>.+?)_(?<id>\\d+)_assignsubmission_";
  private static final Pattern FOLDER =
      Pattern.compile(OWNER + "(?<kind>file|onlinetext|comments)_?");
  private static final Pattern FILE =
      Pattern.compile(OWNER + "(?<kind>file|onlinetext|comments)_(?<file>.+)");

  /** "Participant 12345", and in German "Teilnehmer/in12345", where a file's name has no slash. */
  private static final Pattern HIDDEN_NAME =
      Pattern.compile("([^\\s_]+[ _]|Teilnehmer\\P{L}?in ?)\\d+");

  @Override
  public Optional<Delivery> read(Listing listing) {
    if (listing.haveFolders(FOLDER)) {
      Owners owners = new Owners();
      listing.folders().forEach(folder -> giveFolder(owners, folder));
      listing.files().forEach(file -> giveFile(owners, file));
      return Optional.of(owners.delivery(Shape.MOODLE, listing));
    }
    if (listing.haveFiles(FILE)) {
      Owners owners = new Owners();
      listing.files().forEach(file -> giveFile(owners, file));
      return Optional.of(owners.delivery(Shape.MOODLE_FLAT, listing));
    }
    return Optional.empty();
  }

  private static void giveFolder(Owners owners, Path folder) {
    Matcher match = FOLDER.matcher(Listing.nameOf(folder));
    if (match.matches()) {
      boolean isFiles = match.group("kind").equals("file");
      give(owners, match, isFiles ? Piece.contentOf(folder) : Piece.as(folder));
    }
  }

  private static void giveFile(Owners owners, Path file) {
    Matcher match = FILE.matcher(Listing.nameOf(file));
    if (match.matches()) {
      give(owners, match, new Piece(file, match.group("file")));
    }
  }

  /** The label is what Moodle finds a student by when feedback comes back. */
  private static void give(Owners owners, Matcher match, Piece piece) {
    String name = match.group("name");
    String id = match.group("id");
    boolean isHidden = HIDDEN_NAME.matcher(name).matches() && name.endsWith(id);
    owners.give(name + "_" + id, Identity.ofName(id, isHidden ? "" : name), piece, false);
  }
}
