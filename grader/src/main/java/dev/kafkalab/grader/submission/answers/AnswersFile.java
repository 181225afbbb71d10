package dev.kafkalab.grader.submission.answers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Finds the file that a student answers the lab's questions in. */
public final class AnswersFile {

  /** Its name, at the top of the submission. */
  public static final String NAME = "ANSWERS.md";

  /** Some dozens of pages: what comes after is not read. */
  static final int MOST_BYTES = 256 << 10;

  private AnswersFile() {}

  /**
   * Reads the answers of a submission; a file that is missing, a link, or cannot be read has none.
   * Bytes that are no UTF-8 are replaced.
   */
  public static Answers read(Path folder) {
    try {
      Path file = folder.toRealPath().resolve(NAME);
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return Answers.MISSING;
      }
      try (InputStream in =
          Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
        return Answers.in(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      return Answers.MISSING;
    }
  }
}
