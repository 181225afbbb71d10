package dev.kafkalab.grader.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShownBytesTest {

  @Test
  void textIsShownAsItIs() {
    assertThat(ShownBytes.of(utf8("<b>é</b>"), 100))
        .isEqualTo(new ShownBytes("<b>é</b>", false, 9, false));
  }

  @Test
  void nothingStaysNothing() {
    assertThat(ShownBytes.of(null, 100)).isNull();
    assertThat(ShownBytes.of(new byte[0], 100)).isEqualTo(new ShownBytes("", false, 0, false));
  }

  @Test
  void whatIsNoTextIsShownInDigits() {
    assertThat(ShownBytes.of(new byte[] {0, (byte) 0xFF, 'a'}, 100))
        .isEqualTo(new ShownBytes("00 ff 61", true, 3, false));
  }

  @Test
  void whatIsLongIsCutAndSaysSo() {
    assertThat(ShownBytes.of(utf8("abcdef"), 4)).isEqualTo(new ShownBytes("abcd", false, 6, true));
    assertThat(ShownBytes.of(new byte[] {-1, -2, -3}, 6))
        .isEqualTo(new ShownBytes("ff fe", true, 3, true));
  }

  @Test
  void noCharacterIsCutInTwo() {
    assertThat(ShownBytes.of(utf8("abc😀"), 4)).isEqualTo(new ShownBytes("abc", false, 7, true));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
