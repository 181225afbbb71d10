package dev.kafkalab.grader.feedback;

import org.jspecify.annotations.Nullable;

/**
 * Names a line of a submission's sources.
 *
 * @param file the file's name or its path below the submission's folder
 * @param line counted from 1
 * @param text what the line says, without indentation; null if that is not known
 */
public record Location(String file, int line, @Nullable String text) {

  /** Names a line without saying what stands there. */
  public Location(String file, int line) {
    this(file, line, null);
  }

  /** Returns {@code file:line}, which editors and terminals turn into a link. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
