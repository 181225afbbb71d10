package dev.kafkalab.grader.studentvm.recorder;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.wire.SourceLine;
import org.jspecify.annotations.Nullable;

/** Names lines of the student's for feedback. */
public final class Locations {

  private Locations() {}

  /** Returns a line for feedback; null where none is known. */
  public static @Nullable Location of(@Nullable SourceLine line) {
    return line == null ? null : new Location(line.file(), line.line());
  }
}
