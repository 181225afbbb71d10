package dev.kafkalab.grader.handin.platform;

import java.nio.file.Path;

/**
 * One file or folder of a student's.
 *
 * @param path where it is
 * @param name the name that the student gave it, without the platform's prefix; empty for a folder
 *     whose content is the submission
 */
public record Piece(Path path, String name) {

  /** Says that a folder's content is the submission. */
  public static Piece contentOf(Path folder) {
    return new Piece(folder, "");
  }

  /** Names a file or folder as it is named. */
  public static Piece as(Path path) {
    return new Piece(path, path.getFileName().toString());
  }
}
