package dev.kafkalab.grader.classrun.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.engine.LabRubric;
import dev.kafkalab.grader.report.Chromium;
import dev.kafkalab.grader.report.Drawn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looks at a class's page as instructors do: in a browser. */
@Timeout(180)
class ClassPageIT {

  private static final int WIDE = 1_280;
  private static final int NARROW = 400;
  private static final int MANY = 400;

  /** As many as have all states among them. */
  private static final int FEW = 14;

  /** A machine with two busy cores takes three seconds; more than this is a fault of the page. */
  private static final double MOST_MILLIS = 10_000;

  private static final String MILLIS_TO_SECOND_FRAME =
      """
      () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
          () => done(performance.now()))))
      """;

  private static final String IS_SELECTED_IN_THE_LAST_ROW =
      "() => getSelection().anchorNode.parentElement.closest('#table tbody tr:last-child') !== null";

  /** Where the pages and their pictures stay, for whoever wants to see what was looked at. */
  private static final Path FOLDER = Path.of("target", "pages");

  private static Chromium chromium;

  @BeforeAll
  static void writeThePages() throws Exception {
    chromium = Chromium.start();
    for (int students : List.of(FEW, MANY)) {
      Path run = run(students);
      Files.createDirectories(run);
      ClassBook book = ManyStudents.write(run, students);
      Files.writeString(run.resolve("class.html"), ClassPage.of(book, LabRubric.criteria()));
    }
  }

  @AfterAll
  static void closeTheBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  @SuppressWarnings("SystemOut") // how long it takes is for people to judge
  void fourHundredStudentsAreDrawnWithoutAComplaintOrARequest() throws IOException {
    try (Drawn drawn = draw(MANY, WIDE, ColorScheme.LIGHT)) {
      double page = millis(drawn);
      drawn.page().evaluate("document.getElementById('box').scrollIntoView()");
      double table = millis(drawn) - page;
      System.out.printf(
          Locale.ROOT,
          "class.html of %d students, %d KiB: drawn in %.0f ms, its table in %.0f ms more%n",
          MANY,
          Files.size(run(MANY).resolve("class.html")) >> 10,
          page,
          table);
      drawn.unfoldAll();

      assertThat(page + table).isLessThan(MOST_MILLIS);
      assertThat(drawn.page().locator("#table tbody tr")).hasCount(MANY);
      assertThat(drawn.complaints()).isEmpty();
      assertThat(drawn.requests()).containsExactly(drawn.page().url());
    }
  }

  @Test
  void aHeadsButtonSortsByKeyboardInBothDirections() {
    try (Drawn drawn = draw(MANY, WIDE, ColorScheme.LIGHT)) {
      Locator head = head(drawn, "final");
      head.locator("button").focus();

      drawn.page().keyboard().press("Enter");
      assertThat(head).hasAttribute("aria-sort", "ascending");
      assertThat(finals(drawn)).hasSizeGreaterThan(MANY / 2).isSorted();

      drawn.page().keyboard().press("Space");
      assertThat(head).hasAttribute("aria-sort", "descending");
      assertThat(finals(drawn)).isSortedAccordingTo(Comparator.reverseOrder());
      assertThat(head.locator("button")).isFocused();

      head(drawn, "name").locator("button").press("Enter");
      assertThat(drawn.page().locator("[aria-sort]")).hasCount(1);
      assertThat(drawn.page().locator("#table tbody th").first()).containsText("Ada 6");
      assertThat(drawn.complaints()).isEmpty();
    }
  }

  @Test
  void theTableIsSearchedAndFilteredByKeyboard() {
    try (Drawn drawn = draw(MANY, WIDE, ColorScheme.LIGHT)) {
      Page page = drawn.page();
      page.locator("#search").focus();
      page.keyboard().type("muller group");
      int found = page.locator("#table tbody tr:visible").count();

      assertThat(found).isBetween(1, MANY / 5);
      assertThat(page.locator("#shown")).hasText(found + " of 400 students");

      page.keyboard().press("Tab");
      assertThat(page.locator("#state")).isFocused();
      page.keyboard().type("refused");
      assertThat(page.locator("#table tbody tr:visible td.refused")).not().hasCount(0);
      assertThat(page.locator("#table tbody tr:visible td.graded")).hasCount(0);

      page.locator("#search").fill("");
      assertThat(page.locator("#shown")).hasText("20 of 400 students");
    }
  }

  /** What is far below the screen is not drawn yet, but the browser's own search finds it. */
  @Test
  void aStudentBelowTheScreenIsFound() {
    try (Drawn drawn = draw(MANY, WIDE, ColorScheme.LIGHT)) {
      assertThat(drawn.page().evaluate("find('s00399', true, true)")).isEqualTo(true);
      assertThat(drawn.page().evaluate(IS_SELECTED_IN_THE_LAST_ROW)).isEqualTo(true);
    }
  }

  @Test
  void aNameLeadsToTheStudentsPage() {
    try (Drawn drawn = draw(FEW, WIDE, ColorScheme.LIGHT)) {
      drawn.page().locator("#table tbody a").first().click();

      assertThat(drawn.page()).hasTitle("made up");
      assertThat(drawn.page().url()).endsWith("/feedback/s00000.html");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void nobodyIsKeptFromReadingIt(ColorScheme scheme) {
    try (Drawn drawn = draw(FEW, WIDE, scheme)) {
      drawn.unfoldAll();

      assertThat(drawn.barriers()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void onATelephoneNothingScrollsSidewaysButTheTable(ColorScheme scheme) {
    try (Drawn drawn = draw(MANY, NARROW, scheme)) {
      picture(drawn, "class-400-" + scheme.name().toLowerCase(Locale.ROOT));
      drawn.unfoldAll();

      assertThat(drawn.hiddenWidth()).isZero();
    }
    try (Drawn drawn = draw(MANY, WIDE, scheme)) {
      picture(drawn, "class-" + scheme.name().toLowerCase(Locale.ROOT));

      assertThat(drawn.hiddenWidth()).isZero();
    }
  }

  @Test
  void tabReachesAllInOrderAndShowsWhereItIs() {
    try (Drawn drawn = draw(FEW, WIDE, ColorScheme.LIGHT)) {
      for (int expected = 0; expected < drawn.reachable(); expected++) {
        drawn.page().keyboard().press("Tab");

        assertThat(drawn.focused()).isEqualTo(expected);
        assertThat(drawn.showsFocus()).as("focus on number %s", expected).isTrue();
      }
    }
  }

  private static double millis(Drawn drawn) {
    return ((Number) drawn.page().evaluate(MILLIS_TO_SECOND_FRAME)).doubleValue();
  }

  private static Locator head(Drawn drawn, String name) {
    return drawn
        .page()
        .locator(
            "#table thead th",
            new Page.LocatorOptions().setHasText(Pattern.compile("^" + name + "$")));
  }

  /** What the students have at the end, without those who have nothing, who come last. */
  private static List<Double> finals(Drawn drawn) {
    return drawn.page().locator("#table tbody td:nth-child(10) strong").allTextContents().stream()
        .takeWhile(text -> !text.isEmpty())
        .map(Double::valueOf)
        .toList();
  }

  private static void picture(Drawn drawn, String name) {
    byte[] unused =
        drawn
            .page()
            .screenshot(
                new Page.ScreenshotOptions()
                    .setPath(FOLDER.resolve(name + ".png"))
                    .setFullPage(true));
  }

  private static Drawn draw(int students, int width, ColorScheme scheme) {
    String url = run(students).resolve("class.html").toAbsolutePath().toUri().toString();
    return new Drawn(chromium.browser(), url, width, scheme);
  }

  private static Path run(int students) {
    return FOLDER.resolve("class-of-" + students);
  }
}
