package dev.kafkalab.grader.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"\u0000", "\u0007", "\r", "\u001B", "\u009B", "\u202E", "\u2066", "\uD800"})
  void whatIsNoTextIsReplaced(String hostile) {
    for (String dead :
        new String[] {
          DeadText.of("a" + hostile + "b"),
          DeadText.ofXml("a" + hostile + "b"),
          DeadText.ofCell("a" + hostile + "b"),
          DeadText.ofCommand("a" + hostile + "b"),
          DeadText.ofProperty("a" + hostile + "b")
        }) {
      assertThat(dead).isEqualTo("a\uFFFDb");
    }
  }

  @Test
  void htmlHasNoMarkupOfAStudent() {
    assertThat(DeadText.ofHtml("<a href='x' id=\"y\">&\u0007</a>"))
        .isEqualTo("&lt;a href=&#39;x&#39; id=&quot;y&quot;&gt;&amp;\uFFFD&lt;/a&gt;");
  }

  @Test
  void otherTextStaysAsItIs() {
    String text = "größer, 日本語, \uD83D\uDE00, \tTab\nline";

    assertThat(DeadText.of(text)).isEqualTo(text);
    assertThat(DeadText.ofConsole(text)).isEqualTo(text);
    assertThat(DeadText.ofXml(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "::error::x, \\::error::x",
    "'   ::set-output name=a::b', '   \\::set-output name=a::b'",
    "a ##[group]b, a # #[group]b",
    "##vso[task.complete], # #vso[task.complete]",
    "a::b, a::b",
    "#### a heading, #### a heading",
  })
  void noLineIsACommandToWhoReadsTheLog(String line, String dead) {
    assertThat(DeadText.ofConsole(line)).isEqualTo(dead);
    assertThat(DeadText.ofConsole("first\n" + line)).isEqualTo("first\n" + dead);
  }

  @Test
  void aColourHidesNoCommand() {
    assertThat(DeadText.ofConsole("\u001B[1m::error::x\u001B[0m"))
        .isEqualTo("\u001B[1m\\::error::x\u001B[0m");
  }

  @Test
  void aLineThatWasBrokenIsNoCommandEither() {
    String long78 = "x".repeat(78);

    assertThat(FeedbackText.lines(Feedback.of(long78 + " ::error::x", "")))
        .containsExactly(long78, "\\::error::x");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "=1+1,'=1+1",
        "-2,'-2",
        "@A1,'@A1",
        "Ada,Ada",
        "`a,b`,`\"a,b\"`",
        "a\"b,`\"a\"\"b\"`",
      })
  void aCellIsNoFormulaAndOneCell(String text, String cell) {
    assertThat(DeadText.ofCell(text)).isEqualTo(cell);
  }

  @Test
  void aCellHasOneLine() {
    assertThat(DeadText.ofCell("a\nb")).isEqualTo("a b");
  }

  @Test
  void aCommandHasOneLineAndItsPropertiesOneValue() {
    assertThat(DeadText.ofCommand("100%\na:b,c")).isEqualTo("100%25%0Aa:b,c");
    assertThat(DeadText.ofProperty("100%\na:b,c")).isEqualTo("100%25%0Aa%3Ab%2Cc");
  }

  @Test
  void xmlHasNoNoncharacters() {
    assertThat(DeadText.ofXml("a\uFFFEb\uFFFF")).isEqualTo("a\uFFFDb\uFFFD");
  }
}
