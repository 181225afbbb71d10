package dev.kafkalab.grader.handin.platform;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brightspace's "Download": a folder for each submission, and a page that lists them. */
final class Brightspace implements Platform {

  private static final Pattern FOLDER =
      Pattern.compile("(?<id>\\d+)-(?<item>\\d+) - (?<name>.+?) - (?<time>\\w{3,9}\\.? \\d.*)");

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("MMM d, yyyy hmm a")
          .toFormatter(Locale.ENGLISH);

  @Override
  public Optional<Delivery> read(Listing listing) {
    if (!listing.haveFolders(FOLDER)) {
      return Optional.empty();
    }
    Attempts attempts = new Attempts();
    for (Path folder : listing.folders()) {
      Matcher match = FOLDER.matcher(Listing.nameOf(folder));
      if (match.matches()) {
        String id = match.group("id");
        Identity who = Identity.ofName(id, match.group("name"));
        attempts.give(
            id + " " + who.name(), time(match.group("time")), who, Piece.contentOf(folder));
      }
    }
    return Optional.of(
        new Delivery(Shape.BRIGHTSPACE, attempts.latest(), listing.allBut(listing.folders())));
  }

  /** A time in another language keeps the order of its text, which the note shows. */
  private static String time(String text) {
    try {
      return LocalDateTime.parse(text, TIME).toString();
    } catch (DateTimeParseException e) {
      return text;
    }
  }
}
