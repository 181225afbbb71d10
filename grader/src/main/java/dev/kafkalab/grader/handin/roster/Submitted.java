package dev.kafkalab.grader.handin.roster;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** Reads when something was handed in, as platforms write it in their sheets. */
final class Submitted {

  /** Moodle's strftimedaydatetime, in English and in German. */
  private static final List<DateTimeFormatter> MOODLE =
      List.of(
          format("EEEE, d MMMM yyyy, h:mm a", Locale.ENGLISH),
          format("EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH),
          format("EEEE, d. MMMM yyyy, HH:mm", Locale.GERMAN));

  private Submitted() {}

  private static DateTimeFormatter format(String pattern, Locale locale) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(locale);
  }

  /** Returns it in ISO 8601 where it is Moodle's, else as it is; an empty text for a dash. */
  static String of(String text) {
    for (DateTimeFormatter each : MOODLE) {
      try {
        return LocalDateTime.parse(text, each).toString();
      } catch (DateTimeParseException e) {
        // may be another one
      }
    }
    return text.equals("-") ? "" : text;
  }
}
