package dev.kafkalab.grader.classrun.book;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads moments as people write them. */
public final class Moment {

  private Moment() {}

  /**
   * Reads {@code 2026-11-20T23:59+01:00}, or the same without an offset, which is this machine's
   * then, or with a space for the T, or a day alone, which lasts until its end.
   *
   * @return empty where it is none of these
   */
  public static Optional<Instant> of(String text) {
    String iso = text.strip().replace(' ', 'T');
    try {
      return Optional.of(OffsetDateTime.parse(iso).toInstant());
    } catch (DateTimeParseException e) {
      // may have no offset
    }
    ZoneId here = ZoneId.systemDefault();
    try {
      return Optional.of(LocalDateTime.parse(iso).atZone(here).toInstant());
    } catch (DateTimeParseException e) {
      // may be a day
    }
    try {
      return Optional.of(LocalDate.parse(iso).atTime(LocalTime.MAX).atZone(here).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
