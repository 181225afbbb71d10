package dev.kafkalab.grader.classrun;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A part of a class that a machine of its own grades. Who is in it depends on the ids alone: nobody
 * changes places because somebody else handed something in.
 *
 * @param number from 1
 * @param of how many there are
 */
public record Slice(int number, int of) {

  /** All of the class. */
  public static final Slice WHOLE = new Slice(1, 1);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  /**
   * Parses texts such as {@code 2/8}.
   *
   * @throws IllegalArgumentException with a sentence that says what was expected
   */
  public static Slice parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (matcher.matches()) {
      Slice slice =
          new Slice(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
      if (slice.number >= 1 && slice.number <= slice.of) {
        return slice;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is no part of a class: write it like 2/8.".formatted(text));
  }

  /** Returns whether a student belongs to it. */
  public boolean has(String id) {
    CRC32 sum = new CRC32();
    sum.update(id.getBytes(StandardCharsets.UTF_8));
    return sum.getValue() % of == number - 1;
  }

  @Override
  public String toString() {
    return number + "/" + of;
  }
}
