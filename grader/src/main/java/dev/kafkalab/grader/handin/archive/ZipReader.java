package dev.kafkalab.grader.handin.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Reads a zip archive by its table of contents, as other programs do. */
final class ZipReader {

  private ZipReader() {}

  static void unpack(Path file, Unpacking unpacking) throws IOException, ArchiveRefusal {
    try (ZipFile zip = open(file, unpacking)) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        unpack(zip, entry, unpacking);
      }
    }
  }

  private static ZipFile open(Path file, Unpacking unpacking) throws ArchiveRefusal {
    try {
      return ZipFile.builder().setPath(file).get();
    } catch (IOException | IllegalArgumentException e) {
      throw new ArchiveRefusal(ArchiveFeedback.damaged(unpacking.archive()));
    }
  }

  private static void unpack(ZipFile zip, ZipArchiveEntry entry, Unpacking unpacking)
      throws IOException, ArchiveRefusal {
    String name = nameOf(entry);
    List<String> steps = unpacking.accept(name);
    if (steps.isEmpty()) {
      return;
    }
    if (entry.isUnixSymlink()) {
      throw new ArchiveRefusal(ArchiveFeedback.link(unpacking.archive(), name));
    }
    if (entry.isDirectory() || name.endsWith("\\")) {
      unpacking.makeFolder(steps);
      return;
    }
    if (isSpecial(entry)) {
      throw new ArchiveRefusal(ArchiveFeedback.special(unpacking.archive(), name));
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new ArchiveRefusal(ArchiveFeedback.encrypted(unpacking.archive()));
    }
    if (!zip.canReadEntryData(entry)) {
      throw new ArchiveRefusal(ArchiveFeedback.method(unpacking.archive(), name));
    }
    try (InputStream content = open(zip, entry, unpacking)) {
      unpacking.write(steps, content);
    }
  }

  private static InputStream open(ZipFile zip, ZipArchiveEntry entry, Unpacking unpacking)
      throws ArchiveRefusal {
    try {
      return zip.getInputStream(entry);
    } catch (IOException | IllegalArgumentException e) {
      throw new ArchiveRefusal(ArchiveFeedback.damaged(unpacking.archive()));
    }
  }

  private static String nameOf(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    boolean isSaid =
        entry.getGeneralPurposeBit().usesUTF8ForNames()
            || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME;
    return isSaid || raw == null
        ? entry.getName()
        : EntryNames.decode(raw, entry.getPlatform() != ZipArchiveEntry.PLATFORM_UNIX);
  }

  /** Some programs say only the permissions, and leave the kind of file out. */
  private static boolean isSpecial(ZipArchiveEntry entry) {
    int kind = entry.getUnixMode() & UnixStat.FILE_TYPE_FLAG;
    return kind != 0 && kind != UnixStat.FILE_FLAG && kind != UnixStat.DIR_FLAG;
  }
}
