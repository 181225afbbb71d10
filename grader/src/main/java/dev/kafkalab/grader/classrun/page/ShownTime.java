package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.Moment;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Shows moments. */
final class ShownTime {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ShownTime() {}

  /** Returns a moment for people; what is no moment stays as it is. */
  static String of(String moment) {
    return Moment.of(moment).map(TIME::format).orElse(moment);
  }
}
