package dev.kafkalab.grader.feedback;

/**
 * Names a line of a submission's sources.
 *
 * @param file the file's name or its path below the submission's folder
 * @param line counted from 1
 */
public record Location(String file, int line) {

  /** Returns {@code file:line}, which editors and terminals turn into a link. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
