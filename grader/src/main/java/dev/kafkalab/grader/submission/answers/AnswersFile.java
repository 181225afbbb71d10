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
   * Reads the answers of a submission; a file that is missing, a link (also a hard one, which may
   * lead to anybody's file), or cannot be read has none. Bytes that are no UTF-8 are replaced.
   */
  public static Answers read(Path folder) {
    try {
      Path file = folder.toRealPath().resolve(NAME);
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || hasOtherNames(file)) {
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

  /** Not every system says it; where it does not, a hard link needs rights to its other name. */
  private static boolean hasOtherNames(Path file) throws IOException {
    try {
      Object names = Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
      return names instanceof Integer count && count > 1;
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }
}
