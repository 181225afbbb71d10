package dev.kafkalab.grader.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkalab.grader.feedback.Feedback;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Optional;

/** Looks for bytes that the compiler would not take for UTF-8 text. */
final class SourceEncoding {

  private SourceEncoding() {}

  /** Returns what is wrong with the file's encoding, if anything is. */
  static Optional<Feedback> problem(String name, byte[] content) {
    if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(SourceFeedback.byteOrderMark(name));
    }
    if (startsWith(content, 0xFE, 0xFF) || startsWith(content, 0xFF, 0xFE)) {
      return Optional.of(SourceFeedback.utf16(name));
    }
    // A decoder stops before the first byte that it cannot decode.
    ByteBuffer bytes = ByteBuffer.wrap(content);
    boolean wrong =
        UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(content.length), true).isError();
    return wrong
        ? Optional.of(
            SourceFeedback.notUtf8(
                name, lineOf(bytes.position(), content), content[bytes.position()] & 0xFF))
        : Optional.empty();
  }

  private static boolean startsWith(byte[] content, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (content.length <= i || (content[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Counts lines as Java does: they end with CR, LF, or both. */
  private static int lineOf(int position, byte[] content) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      boolean endOfBoth = content[i] == '\n' && i > 0 && content[i - 1] == '\r';
      if ((content[i] == '\n' && !endOfBoth) || content[i] == '\r') {
        line++;
      }
    }
    return line;
  }
}
