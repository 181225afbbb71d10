package dev.kafkalab.grader.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.cli.file.ReportFormat;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.MixedGrade;
import dev.kafkalab.grader.report.Surroundings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {

  private static final int MOST_BYTES = 400 << 10;

  @Test
  void aPartitionThatGotNothingIsDrawnToo() {
    assertThat(page(MixedGrade.withMessages(1))).contains(">partition 0<", ">partition 2<");
  }

  @Test
  void itNeedsNothingElseAndRunsNothing() {
    String page = page(MixedGrade.lessons());

    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .endsWith("</html>\n")
        .doesNotContain("<script", "<link", "<img", "@import", "url(");
  }

  @Test
  void itOpensWithTheScoreAndWhatToFixFirst() {
    assertThat(page(MixedGrade.mixed()))
        .contains(
            "<p class=\"score\">7 of 36 points</p>",
            "Fix first: <a href=\"#producer.delivers\">producer.delivers</a>",
            "<strong>One event is missing.</strong>",
            "<p class=\"place\">at <code>Producer.java:31</code> <code class=\"line\">producer.close(Duration.ZERO);</code></p>",
            "<p class=\"faint\">Stuck? HINTS.md, section producer.delivers</p>",
            "<a href=\"#task-2\">2 The producer</a> 2 of 25",
            "→ Wait for it.");
  }

  @Test
  void whatFailedIsUnfoldedAndWhatPassedIsNot() {
    assertThat(page(MixedGrade.mixed()))
        .contains(
            "<details id=\"producer.delivers\" class=\"failed\" open>",
            "<details id=\"topic.created\" class=\"passed\">");
  }

  @Test
  void nothingOfTheStudentsIsMarkup() {
    assertThat(page(MixedGrade.hostile()))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;/pre&gt;&lt;b&gt;c&lt;/b&gt;")
        .doesNotContain("<script>", "<b>", "\u001B", "\u0000");
    assertThat(page(MixedGrade.withExhibits()))
        .contains(
            "&lt;i&gt;ada&lt;/i&gt;: partition 0, offset 0",
            "▲ &lt;b&gt;0&lt;/b&gt; was not handled")
        .doesNotContain("<i>", "<b>");
  }

  @Test
  void eachPictureHasALinkAndAFormThatCanBeRead() {
    assertThat(page(MixedGrade.withExhibits()))
        .contains(
            "<a href=\"#topic.created-messages\">Where the messages went</a>",
            "<figure id=\"topic.created-messages\">",
            "2 messages with 2 keys in 3 partitions",
            "</span> no key <span class=\"faint\">partition 2</span>",
            ">partition 1</text>",
            "<td>2</td><td>7</td><td>no key</td>",
            "<figure id=\"topic.created-story\">",
            "<td class=\"read\">0 to 9</td>",
            "<figure id=\"topic.created-owners\">",
            "<td class=\"cnone\">no owner</td>");
  }

  @Test
  void whatCannotBeGradedSaysWhy() {
    assertThat(page(MixedGrade.notGradable()))
        .contains("Nothing could be run", "&#39;;&#39; expected.", "at <code>A.java:3</code>");
  }

  @Test
  void anUnfinishedGradingSaysThatItDoesNotCount() {
    assertThat(page(MixedGrade.unfinished()))
        .contains(
            "this score does not count", "This machine was very busy.", "It was &lt;suspended");
    assertThat(page(MixedGrade.mixed())).doesNotContain("does not count");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 1_000})
  void aThousandMessagesFitIntoTheBound(int users) {
    assertThat(page(MixedGrade.withMessages(1_000, users)).getBytes(StandardCharsets.UTF_8).length)
        .isLessThan(MOST_BYTES);
  }

  @Test
  void whatWasFoundAndObservedIsSaidOnce() {
    assertThat(page(MixedGrade.lessons())).containsOnlyOnce("<dt>held</dt>");
  }

  private static String page(GradedSubmission graded) {
    return ReportFormat.HTML.write(graded, new Surroundings(Map.of(), ""));
  }
}
