package dev.kafkalab.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.kafkalab.grader.cli.file.ReportFormat;
import dev.kafkalab.grader.compare.Solutions;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.proof.Brief;
import dev.kafkalab.grader.proof.Platform;
import dev.kafkalab.grader.report.html.ComparisonHtml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at the HTML report as people do: in a browser. */
class HtmlReportIT {

  private static final int WIDE = 1_100;
  private static final int NARROW = 360;
  private static final String REAL = "a real grading";
  private static final String COMPARISON = "a comparison";

  /** Where the pages stay, for whoever wants to see what was looked at. */
  private static final Path FOLDER = Path.of("target", "pages");

  private static Chromium chromium;

  @BeforeAll
  static void openTheBrowser() throws IOException, InterruptedException {
    chromium = Chromium.start();
    Files.createDirectories(FOLDER);
    for (Map.Entry<String, GradedSubmission> grading : gradings().entrySet()) {
      String page = ReportFormat.HTML.write(grading.getValue(), new Surroundings(Map.of(), ""));
      Files.writeString(file(grading.getKey()), page);
    }
    Files.writeString(file(COMPARISON), ComparisonHtml.of(Solutions.comparison("mine")));
    gradeTheTemplate();
  }

  /** What the grader itself writes, of a student who has written nothing yet. */
  private static void gradeTheTemplate() throws IOException, InterruptedException {
    Path report = Files.createTempFile("report", ".html");
    int code =
        Platform.run(
            Platform.REPOSITORY,
            Map.of(),
            "./lab",
            "grade",
            "student-template",
            "--broker",
            "embedded",
            "--report",
            "html=" + report);
    assertThat(code).isZero();
    Files.move(report, file(REAL), StandardCopyOption.REPLACE_EXISTING);
  }

  @AfterAll
  static void closeTheBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  static Stream<String> pages() {
    return Brief.IS_WANTED
        ? Stream.of("all outcomes", REAL)
        : Stream.concat(gradings().keySet().stream(), Stream.of(COMPARISON, REAL));
  }

  private static Map<String, GradedSubmission> gradings() {
    Map<String, GradedSubmission> gradings = new LinkedHashMap<>();
    gradings.put("all outcomes", MixedGrade.everyOutcome());
    gradings.put("lessons", MixedGrade.lessons());
    gradings.put("pictures", MixedGrade.withExhibits());
    gradings.put("a thousand messages", MixedGrade.withMessages(1_000));
    gradings.put("deliverables", MixedGrade.withDeliverables());
    gradings.put("not gradable", MixedGrade.notGradable());
    gradings.put("unfinished", MixedGrade.unfinished());
    gradings.put("hostile", MixedGrade.hostile());
    return gradings;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void itAsksForNothingAndComplainsOfNothing(String name) {
    try (Drawn drawn = draw(name, WIDE, ColorScheme.LIGHT)) {
      drawn.unfoldAll();

      assertThat(drawn.complaints()).isEmpty();
      assertThat(drawn.requests()).containsExactly(drawn.page().url());
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nobodyIsKeptFromReadingIt(String name) {
    try (Drawn drawn = draw(name, WIDE, ColorScheme.LIGHT)) {
      drawn.unfoldAll();
      assertThat(drawn.barriers()).as("light").isEmpty();

      drawn.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      assertThat(drawn.barriers()).as("dark").isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void onATelephoneOnlyTablesAndPicturesScrollSideways(String name) {
    try (Drawn drawn = draw(name, NARROW, ColorScheme.LIGHT)) {
      drawn.unfoldAll();

      assertThat(drawn.hiddenWidth()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"all outcomes", "pictures", "a comparison", "a real grading"})
  void tabReachesAllInOrderAndShowsWhereItIs(String name) {
    try (Drawn drawn = draw(name, WIDE, ColorScheme.LIGHT)) {
      for (int expected = 0; expected < drawn.reachable(); expected++) {
        drawn.page().keyboard().press("Tab");

        assertThat(drawn.focused()).isEqualTo(expected);
        assertThat(drawn.showsFocus()).as("focus on number %s", expected).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Key.class)
  void aKeyUnfoldsAndFolds(Key key) {
    try (Drawn drawn = draw("pictures", WIDE, ColorScheme.LIGHT)) {
      Locator passed = drawn.page().locator("details.passed").first();
      assertThat(passed.getAttribute("open")).isNull();

      passed.locator("summary").first().focus();
      drawn.page().keyboard().press(key.name());
      assertThat(passed.getAttribute("open")).isNotNull();

      drawn.page().keyboard().press(key.name());
      assertThat(passed.getAttribute("open")).isNull();
    }
  }

  @Test
  void aLinkToAPictureUnfoldsWhatItIsIn() {
    try (Drawn drawn = draw("pictures", WIDE, ColorScheme.LIGHT)) {
      drawn.page().locator("nav[aria-label=Pictures] a").first().click();

      assertThat(drawn.page().locator("figure").first().isVisible()).isTrue();
    }
  }

  @Test
  void aPictureSaysInWordsWhatItShows() {
    try (Drawn drawn = draw("pictures", WIDE, ColorScheme.LIGHT)) {
      drawn.unfoldAll();

      assertThat(drawn.page().getByRole(AriaRole.IMG).ariaSnapshot())
          .contains("2 messages with 2 keys in 3 partitions");
      assertThat(drawn.page().locator("svg g title").first().textContent())
          .isEqualTo("<i>ada</i>: partition 0, offset 0, 1970-01-01T00:00:00Z");
      assertThat(drawn.page().locator(".legend li").allInnerTexts())
          .containsExactly("1 no key partition 2", "2 <i>ada</i> partition 0");
    }
  }

  @Test
  void whatAStudentWroteIsTextAndNothingElse() {
    try (Drawn drawn = draw("hostile", WIDE, ColorScheme.LIGHT)) {
      drawn.unfoldAll();

      assertThat(drawn.page().locator("script, img, iframe, b, i, object, form").count()).isZero();
      assertThat(drawn.page().locator("body").innerText())
          .contains("<script>alert(1)</script>", "</pre><b>c</b>")
          .doesNotContain("\u202E", "\u2066", "\u001B");
    }
  }

  @Test
  void onPaperNothingIsFoldedAndNothingIsCutOff() {
    try (Drawn drawn = draw("pictures", WIDE, ColorScheme.DARK)) {
      drawn.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(drawn.page().locator("figure").first().isVisible()).isTrue();
    }
  }

  /** A check that finds nothing in a bad page would find nothing in ours. */
  @Test
  void eachCheckSeesWhatItIsThereFor() {
    try (Drawn drawn = draw("pictures", NARROW, ColorScheme.LIGHT)) {
      drawn
          .page()
          .setContent(
              """
              <html lang="en"><title>bad</title><main>
                <p style="color: #ddd; width: 500px">faint and wide</p>
                <a href="#a" style="outline: none">no focus to be seen</a>
                <img alt="" src="other.png"><script>console.error("a complaint")</script>
              </main></html>
              """);
      drawn.page().keyboard().press("Tab");

      assertThat(drawn.barriers()).singleElement().asString().startsWith("color-contrast");
      assertThat(drawn.hiddenWidth()).isPositive();
      assertThat(drawn.showsFocus()).isFalse();
      assertThat(drawn.complaints()).contains("error: a complaint");
      assertThat(drawn.requests()).anyMatch(url -> url.endsWith("/other.png"));
    }
  }

  private static Drawn draw(String name, int width, ColorScheme scheme) {
    return new Drawn(chromium.browser(), file(name), width, scheme);
  }

  private static Path file(String name) {
    return FOLDER.resolve(name.replace(' ', '-') + ".html").toAbsolutePath();
  }

  /** Keys, by the names that browsers give them. */
  enum Key {
    Enter,
    Space
  }
}
