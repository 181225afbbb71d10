package dev.kafkalab.grader.classrun.export;

import dev.kafkalab.grader.classrun.book.Mark;
import java.time.Duration;
import java.util.Locale;

/** Says how late a submission came. */
public final class Lateness {

  private Lateness() {}

  /** Returns how late it was, such as {@code 1 d 3 h 5 min}; an empty text if it was not. */
  public static String of(Mark mark) {
    Duration late = mark.lateBy();
    if (late == null) {
      return "late, nobody knows by how much";
    }
    if (late.isZero()) {
      return "";
    }
    Duration minutes = Duration.ofMinutes(Math.max(1, late.toMinutes()));
    return String.format(
            Locale.ROOT,
            "%s%s%s",
            part(minutes.toDays(), "d"),
            part(minutes.toHoursPart(), "h"),
            part(minutes.toMinutesPart(), "min"))
        .strip();
  }

  private static String part(long count, String unit) {
    return count == 0 ? "" : count + " " + unit + " ";
  }
}
