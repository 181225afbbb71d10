package dev.kafkalab.grader.handin.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/** What a file is that has the name of an archive. Its first bytes tell, not its name. */
public enum ArchiveKind {
  ZIP("a zip archive"),
  TAR("a tar archive"),
  TAR_GZ("a tar.gz archive"),
  SEVEN_ZIP("a 7z archive"),
  RAR("a rar archive"),
  OTHER("a kind of archive"),
  NONE("no archive, although it is named like one");

  private static final List<String> ENDINGS =
      List.of(".zip", ".tar", ".tgz", ".tar.gz", ".7z", ".rar", ".gz", ".xz", ".bz2", ".zst");
  private static final int TAR_MAGIC = 257;
  private static final int BEGINNING = TAR_MAGIC + 5;

  private final String phrase;

  ArchiveKind(String phrase) {
    this.phrase = phrase;
  }

  /** Returns what it is, to be read after "is". */
  public String phrase() {
    return phrase;
  }

  /** Returns whether the grader opens it. */
  public boolean isOpened() {
    return this == ZIP || this == TAR || this == TAR_GZ;
  }

  /** Returns whether a file's name is that of an archive. */
  public static boolean isNamed(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(lower::endsWith);
  }

  /** Returns a file's name without the ending of an archive. */
  public static String stem(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return ENDINGS.stream()
        .filter(ending -> lower.endsWith(ending) && lower.length() > ending.length())
        .mapToInt(String::length)
        .max()
        .stream()
        .mapToObj(length -> fileName.substring(0, fileName.length() - length))
        .findFirst()
        .orElse(fileName);
  }

  /**
   * Looks at the beginning of a file.
   *
   * @throws IOException where it cannot be read
   */
  public static ArchiveKind of(Path file) throws IOException {
    try (InputStream in =
        Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      return of(new String(in.readNBytes(BEGINNING), ISO_8859_1)); // each byte is a character
    }
  }

  private static ArchiveKind of(String start) {
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
      return ZIP;
    }
    if (start.startsWith("\u001F\u008B")) {
      return TAR_GZ;
    }
    if (start.startsWith("ustar", TAR_MAGIC)) {
      return TAR;
    }
    if (start.startsWith("7z\u00BC\u00AF'\u001C")) {
      return SEVEN_ZIP;
    }
    if (start.startsWith("Rar!")) {
      return RAR;
    }
    boolean isOther =
        start.startsWith("BZh")
            || start.startsWith("\u00FD7zXZ")
            || start.startsWith("(\u00B5/\u00FD");
    return isOther ? OTHER : NONE;
  }
}
