package dev.kafkalab.grader.handin.mend;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * A text that a student saved.
 *
 * @param content what it says; empty where the bytes are no text
 * @param mending what was done to read it; empty if it is plain UTF-8, or cannot be mended
 */
record Text(String content, String mending) {

  /** No text. */
  static final Text NONE = new Text("", "");

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Decodes by the mark at the beginning, else as UTF-8, else as Windows writes. */
  static Text of(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return decoded(bytes, 3, UTF_8, "byte-order mark removed");
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decoded(bytes, 2, UTF_16LE, "UTF-16 made UTF-8");
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decoded(bytes, 2, UTF_16BE, "UTF-16 made UTF-8");
    }
    Text plain = decoded(bytes, 0, UTF_8, "");
    return plain.content.isEmpty() && bytes.length > 0 ? ofWindows(bytes) : plain;
  }

  /** Zero bytes are in no text, and five others have no character: then it is something else. */
  private static Text ofWindows(byte[] bytes) {
    for (byte each : bytes) {
      if (each == 0) {
        return NONE;
      }
    }
    return decoded(bytes, 0, WINDOWS, "windows-1252 made UTF-8");
  }

  private static Text decoded(byte[] bytes, int start, Charset charset, String mending) {
    try {
      ByteBuffer rest = ByteBuffer.wrap(bytes, start, bytes.length - start);
      return new Text(charset.newDecoder().decode(rest).toString(), mending);
    } catch (CharacterCodingException e) {
      return NONE;
    }
  }

  boolean isMended() {
    return !mending.isEmpty();
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
