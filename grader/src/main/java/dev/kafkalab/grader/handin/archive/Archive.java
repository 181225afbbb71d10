package dev.kafkalab.grader.handin.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Opens one archive. */
public final class Archive {

  private Archive() {}

  /**
   * Unpacks a zip, tar or tar.gz archive: every entry becomes a new file below the target, or
   * nothing at all is written for it.
   *
   * @param name the archive's name, for messages
   * @param target an existing folder
   * @param isWanted tells from the steps of an entry's path whether it is written
   * @param budget what may still be unpacked
   * @throws ArchiveRefusal where it cannot be opened, leaves its bounds or its folder, or has
   *     links; what was written until then stays
   * @throws IOException where our own disk fails
   */
  public static void unpack(
      Path file, String name, Path target, Predicate<List<String>> isWanted, ArchiveBudget budget)
      throws IOException, ArchiveRefusal {
    ArchiveKind kind = ArchiveKind.of(file);
    Unpacking unpacking =
        new Unpacking(name, Files.size(file), target.toRealPath(), isWanted, budget);
    try {
      unpack(file, kind, unpacking, budget);
    } catch (IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException e) {
      // The library was misled by a header that contradicts itself.
      throw new ArchiveRefusal(ArchiveFeedback.damaged(name));
    }
  }

  private static void unpack(Path file, ArchiveKind kind, Unpacking unpacking, ArchiveBudget budget)
      throws IOException, ArchiveRefusal {
    String name = unpacking.archive();
    switch (kind) {
      case ZIP -> {
        if (CentralDirectory.hasMoreThan(budget.entriesLeft(), file)) {
          throw budget.tooManyEntries(name);
        }
        ZipReader.unpack(file, unpacking);
      }
      case TAR -> TarReader.unpack(file, false, unpacking);
      case TAR_GZ -> TarReader.unpack(file, true, unpacking);
      case SEVEN_ZIP, RAR, OTHER, NONE ->
          throw new ArchiveRefusal(ArchiveFeedback.notOpened(name, kind));
    }
  }
}
