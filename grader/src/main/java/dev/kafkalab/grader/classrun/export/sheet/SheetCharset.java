package dev.kafkalab.grader.classrun.export.sheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/** Finds the encoding of a sheet: one that gives back the very same bytes. */
final class SheetCharset {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private SheetCharset() {}

  /**
   * Returns the encoding by the byte-order mark, which remains a part of the text; without one
   * UTF-8, or else what Windows writes.
   */
  static Charset of(byte[] bytes) {
    return candidates(bytes).stream()
        .filter(each -> Arrays.equals(new String(bytes, each).getBytes(each), bytes))
        .findFirst()
        .orElse(ISO_8859_1);
  }

  private static List<Charset> candidates(byte[] bytes) {
    if (begins(bytes, 0xFF, 0xFE)) {
      return List.of(UTF_16LE);
    }
    if (begins(bytes, 0xFE, 0xFF)) {
      return List.of(UTF_16BE);
    }
    return List.of(UTF_8, WINDOWS);
  }

  private static boolean begins(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
