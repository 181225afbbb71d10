package dev.kafkalab.grader.wire;

import java.util.Objects;

/**
 * A line of the student's sources.
 *
 * @param file the file's name, without its folder
 * @param line counted from 1
 */
public record SourceLine(String file, int line) {

  /** Refuses what is no line. */
  public SourceLine {
    Objects.requireNonNull(file, "file");
    if (line <= 0) {
      throw new IllegalArgumentException("no line: " + line);
    }
  }
}
