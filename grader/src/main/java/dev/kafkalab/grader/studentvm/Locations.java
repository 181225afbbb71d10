package dev.kafkalab.grader.studentvm;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.wire.SourceLine;
import org.jspecify.annotations.Nullable;

/** Names lines of the student's for feedback. */
final class Locations {

  private Locations() {}

  static @Nullable Location of(@Nullable SourceLine line) {
    return line == null ? null : new Location(line.file(), line.line());
  }
}
