package dev.kafkalab.grader.console;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key or a value as the page shows it.
 *
 * @param text the text in UTF-8, or the bytes in hexadecimal digits if they are no such text
 * @param hex whether they are digits
 * @param bytes how many bytes there are in Kafka
 * @param cut whether only the beginning is shown
 */
record ShownBytes(String text, boolean hex, int bytes, boolean cut) {

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  /** Each byte takes two digits and a space. */
  private static final int CHARACTERS_OF_BYTE = 3;

  /**
   * Shows bytes, or null where there are none.
   *
   * @param most how many characters at most
   */
  static @Nullable ShownBytes of(byte @Nullable [] bytes, int most) {
    if (bytes == null) {
      return null;
    }
    Optional<String> text = text(bytes);
    return text.isPresent() ? ofText(text.get(), bytes.length, most) : ofBinary(bytes, most);
  }

  private static ShownBytes ofText(String text, int bytes, int most) {
    if (text.length() <= most) {
      return new ShownBytes(text, false, bytes, false);
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(most - 1));
    return new ShownBytes(text.substring(0, splitsPair ? most - 1 : most), false, bytes, true);
  }

  private static ShownBytes ofBinary(byte[] bytes, int most) {
    int shown = Math.min(bytes.length, most / CHARACTERS_OF_BYTE);
    return new ShownBytes(HEX.formatHex(bytes, 0, shown), true, bytes.length, shown < bytes.length);
  }

  /** Returns bytes as text; empty if they are not UTF-8. */
  static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
