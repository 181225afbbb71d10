package dev.kafkalab.grader.handin.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Counts the entries in a zip archive's table of contents, before a library keeps all of them in
 * memory. The formats are those of APPNOTE.TXT 6.3, sections 4.3.12 and 4.3.16.
 */
final class CentralDirectory {

  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int MOST_COMMENT = 0xFFFF;
  private static final int HEADER = 0x02014b50;
  private static final int HEADER_BYTES = 46;
  private static final int OF_ZIP64 = 0xFFFF;

  private CentralDirectory() {}

  /** Returns whether there are more entries than this, whatever the archive says about itself. */
  static boolean hasMoreThan(int limit, Path zip) throws IOException {
    try (FileChannel file = FileChannel.open(zip, StandardOpenOption.READ)) {
      int tail = (int) Math.min(file.size(), END_BYTES + MOST_COMMENT);
      ByteBuffer end = read(file, file.size() - tail, tail);
      for (int at = tail - END_BYTES; at >= 0; at--) {
        if (end.getInt(at) == END) {
          long endsAt = file.size() - tail + at;
          long size = Integer.toUnsignedLong(end.getInt(at + 12));
          long offset = Integer.toUnsignedLong(end.getInt(at + 16));
          boolean isZip64 = Short.toUnsignedInt(end.getShort(at + 10)) == OF_ZIP64;
          return (isZip64 && limit < OF_ZIP64)
              || hasMoreThan(limit, file, Math.max(offset, endsAt - size));
        }
      }
      return false; // it is no archive: the library says so
    }
  }

  private static boolean hasMoreThan(int limit, FileChannel file, long start) throws IOException {
    long position = start;
    for (int entries = 0; entries <= limit; entries++) {
      ByteBuffer header = read(file, position, HEADER_BYTES);
      if (header.limit() < HEADER_BYTES || header.getInt(0) != HEADER) {
        return false;
      }
      position +=
          HEADER_BYTES
              + Short.toUnsignedInt(header.getShort(28))
              + Short.toUnsignedInt(header.getShort(30))
              + Short.toUnsignedInt(header.getShort(32));
    }
    return true;
  }

  private static ByteBuffer read(FileChannel file, long position, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long from = position;
    while (buffer.hasRemaining()) {
      int count = file.read(buffer, from);
      if (count < 0) {
        break;
      }
      from += count;
    }
    return buffer.flip();
  }
}
