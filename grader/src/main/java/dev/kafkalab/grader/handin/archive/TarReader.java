package dev.kafkalab.grader.handin.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a tar archive from its beginning to its end, compressed or not. */
final class TarReader {

  private TarReader() {}

  static void unpack(Path file, boolean isCompressed, Unpacking unpacking)
      throws IOException, ArchiveRefusal {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        BoundedStream bytes = open(in, isCompressed, unpacking);
        // Latin-1 keeps each byte: our own decoder sees them all.
        TarArchiveInputStream tar = new TarArchiveInputStream(bytes, ISO_8859_1.name())) {
      TarArchiveEntry entry = next(bytes, tar, unpacking);
      if (entry == null) {
        throw damaged(unpacking);
      }
      while (entry != null) {
        unpack(tar, entry, unpacking);
        unpacking.skip(tar);
        entry = next(bytes, tar, unpacking);
      }
    }
  }

  private static BoundedStream open(InputStream in, boolean isCompressed, Unpacking unpacking)
      throws ArchiveRefusal {
    try {
      return new BoundedStream(
          isCompressed
              ? GzipCompressorInputStream.builder()
                  .setInputStream(in)
                  .setDecompressConcatenated(true)
                  .get()
              : in,
          unpacking);
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(unpacking);
    }
  }

  private static @Nullable TarArchiveEntry next(
      BoundedStream bytes, TarArchiveInputStream tar, Unpacking unpacking) throws ArchiveRefusal {
    bytes.beginHeader();
    try {
      return tar.getNextEntry();
    } catch (Overrun e) {
      throw e.refusal();
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(unpacking);
    } finally {
      bytes.beginContent();
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Unpacking unpacking)
      throws IOException, ArchiveRefusal {
    String name = nameOf(entry);
    List<String> steps = unpacking.accept(name);
    if (steps.isEmpty()) {
      return;
    }
    if (entry.isSymbolicLink() || entry.isLink()) {
      throw new ArchiveRefusal(ArchiveFeedback.link(unpacking.archive(), name));
    }
    if (entry.isDirectory()) {
      unpacking.makeFolder(steps);
    } else if (!isSpecial(entry) && tar.canReadEntryData(entry)) {
      unpacking.write(steps, tar);
    } else {
      throw new ArchiveRefusal(ArchiveFeedback.special(unpacking.archive(), name));
    }
  }

  /** The library calls these files, too. */
  private static boolean isSpecial(TarArchiveEntry entry) {
    return entry.isFIFO() || entry.isBlockDevice() || entry.isCharacterDevice();
  }

  /** A name from a pax header was UTF-8 and is decoded already: it may have any character. */
  private static String nameOf(TarArchiveEntry entry) {
    String name = entry.getName();
    boolean isBytes = name.chars().allMatch(each -> each < 0x100);
    return isBytes ? EntryNames.decode(name.getBytes(ISO_8859_1), false) : name;
  }

  private static ArchiveRefusal damaged(Unpacking unpacking) {
    return new ArchiveRefusal(ArchiveFeedback.damaged(unpacking.archive()));
  }
}
