package dev.kafkalab.grader.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.kafkalab.grader.report.Chromium;
import dev.kafkalab.grader.report.Drawn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looks at the console as people do: in a browser, with a real Kafka. */
@Timeout(180)
class ConsoleIT {

  private static final int WIDE = 1_360;
  private static final int NARROW = 400;
  private static final int MANY = 30_000;
  private static final String LAB = "user-events";

  private static final String IS_SELECTED_BELOW_ALL_OTHERS =
      "() => getSelection().anchorNode.parentElement.closest('#message-list > li:last-child') !== null";

  /** Where the pictures stay, for whoever wants to see what was looked at. */
  private static final Path FOLDER = Path.of("target", "pages");

  @TempDir private static Path folder;

  private static Chromium chromium;
  private static ShownKafka kafka;
  private static Consumer<String, String> first;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    Files.createDirectories(FOLDER);
    kafka = ShownKafka.start(folder.resolve("shown"));
    kafka.create(LAB);
    for (int i = 0; i < 6; i++) {
      kafka.publish(LAB, i % 3, "user_" + i % 3, "login");
      kafka.publish(LAB, i % 3, "user_" + i % 3, "purchase");
    }
    kafka.flush();
    first = kafka.join(LAB, "user-activity-tracker", "one");
    kafka.publish(LAB, 1, "user_1", "logout");
    kafka.publish(LAB, 1, null, text("{invalid json}"));
    kafka.publish(LAB, 2, "user_5", text("<script>alert(1)</script><img src=x onerror=alert(2)>"));
    kafka.publish(LAB, 2, "\u202Eevil", new byte[] {0, (byte) 0xFF});
    kafka.publish(LAB, 0, "user_0", (byte[]) null);
    kafka.flush();
  }

  @AfterAll
  static void stop() {
    if (first != null) {
      first.close();
    }
    if (kafka != null) {
      kafka.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void withoutATopicItSaysHowToMakeOne() throws IOException {
    try (ShownKafka empty = ShownKafka.start(folder.resolve("empty"));
        Drawn drawn = new Drawn(chromium.browser(), empty.url(), WIDE, ColorScheme.LIGHT)) {
      assertThat(drawn.page().locator("#empty"))
          .containsText("./lab kafka topics --create --topic user-events --partitions 3");
      assertThat(drawn.page().locator("#groups")).containsText("No group yet.");
      assertThat(drawn.barriers()).isEmpty();
    }
  }

  @Test
  void topicsAndTheirPartitionsAreCounted() {
    try (Drawn drawn = open(LAB, WIDE, ColorScheme.LIGHT)) {
      assertThat(drawn.page().locator("#topic-list a[aria-current]"))
          .hasText(Pattern.compile("user-events3 partitions · 1[78] messages.*"));
      assertThat(drawn.page().locator("#topic-list")).not().containsText("__consumer_offsets");

      drawn.page().locator("#internal").check();

      assertThat(drawn.page().locator("#topic-list")).containsText("__consumer_offsets");
    }
  }

  @Test
  void messagesAreShownWithKeyTimeHeadersAndValue() {
    try (Drawn drawn = open(LAB, WIDE, ColorScheme.LIGHT)) {
      Locator purchase = message(drawn, "purchase");
      purchase.locator("summary").click();

      assertThat(purchase.locator(".key")).containsText("user_");
      assertThat(purchase.locator("dl")).containsText("set by the producer");
      assertThat(purchase.locator("pre")).containsText("\n  \"amount\": 19.90\n}");
      assertThat(drawn.page().locator("#lanes svg text.label"))
          .hasText(new String[] {"partition 0", "partition 1", "partition 2"});
    }
  }

  @Test
  void malformedOnesAreMarkedAndSayWhy() {
    try (Drawn drawn = open(LAB, WIDE, ColorScheme.LIGHT)) {
      Locator pill = message(drawn, "{invalid json}");

      assertThat(pill.locator(".mark")).hasText("not JSON");
      pill.locator("summary").click();
      assertThat(pill.locator(".fault")).containsText("Malformed: not JSON: Unexpected character");
      assertThat(message(drawn, "null (tombstone)").locator(".mark")).hasText("no value");
      assertThat(message(drawn, "hex 00 ff").locator(".mark")).hasText("not UTF-8 text");
      assertThat(drawn.page().locator("#lanes path.bad")).hasCount(4);
    }
  }

  @Test
  void whatIsInKafkaIsTextAndNothingElse() {
    try (Drawn drawn = open(LAB, WIDE, ColorScheme.LIGHT)) {
      Locator hostile = message(drawn, "<script>alert(1)</script><img");
      hostile.locator("summary").click();

      assertThat(hostile.locator("pre")).containsText("<img src=x onerror=alert(2)>");
      assertThat(message(drawn, "\\u202Eevil")).hasCount(1);
      assertThat(drawn.page().locator("main script, main img, main iframe")).hasCount(0);
      assertThat(drawn.page().locator("body").textContent()).doesNotContain("\u202E");
      assertThat(drawn.complaints()).isEmpty();
      assertThat(drawn.requests()).allMatch(url -> url.startsWith(kafka.url()));
    }
  }

  @Test
  void aUsersMessagesAreFoundInAllPartitions() throws Exception {
    kafka.create("search");
    kafka.publish("search", 0, "ann", "login");
    kafka.publish("search", 1, "ann", "logout");
    kafka.publish("search", 1, "bob", "login");
    kafka.flush();
    try (Drawn drawn = open("search", WIDE, ColorScheme.LIGHT)) {
      drawn.page().locator("#filter-user").fill("ann");
      drawn.page().keyboard().press("Enter");

      assertThat(drawn.page().locator("#note")).hasText("2 messages of ann among 3 messages.");
      assertThat(drawn.page().locator("#message-list .key"))
          .hasText(new Pattern[] {Pattern.compile(".*ann"), Pattern.compile(".*ann")});

      drawn.page().locator("#filter-clear").click();
      assertThat(drawn.page().locator("#message-list > li")).hasCount(3);
      drawn.page().locator("#filter-partition").selectOption("0");
      assertThat(drawn.page().locator("#message-list > li")).hasCount(1);
    }
  }

  @Test
  void aGroupIsShownWithItsMembersItsCommitsAndItsLag() {
    try (Drawn drawn = open(LAB, WIDE, ColorScheme.LIGHT)) {
      Locator group = drawn.page().locator(".group", having("user-activity-tracker"));

      assertThat(group.locator(".members li")).containsText("member 1 owns partitions 0, 1, 2");
      assertThat(group.locator(".members li")).containsText("one-");
      assertThat(group.locator("tbody tr").nth(1))
          .hasText(Pattern.compile("1member 1" + "4" + "\\d" + "[2-4]"));
      assertThat(group.locator(".lag")).hasText(Pattern.compile("lag [5-9]"));
      assertThat(drawn.page().locator("#lanes .flag")).hasCount(3);
    }
  }

  @Test
  void aGroupWhoseMembersAreGoneIsSaidToBeEmpty() throws Exception {
    kafka.create("left");
    kafka.publish("left", 2, "ann", "login");
    kafka.flush();
    kafka.join("left", "leavers", "gone").close();
    try (Drawn drawn = open("left", WIDE, ColorScheme.LIGHT)) {
      Locator group = drawn.page().locator(".group", having("leavers"));

      assertThat(group).containsText("The group is empty: no member is running.");
      assertThat(group.locator("tbody tr").nth(2)).containsText("no owner");
    }
  }

  @Test
  void aRecordIsPublishedByHandAndAppearsByItself() throws Exception {
    kafka.create("by-hand");
    try (Drawn drawn = open("by-hand", WIDE, ColorScheme.LIGHT)) {
      Page page = drawn.page();
      page.locator("#fillers button", having("{invalid json}")).click();
      page.locator("#publish-key").fill("");
      page.locator("#publish-partition").selectOption("2");
      page.locator("#publish-send").click();

      assertThat(page.locator("#published")).hasText("Stored in partition 2 at offset 0.");
      assertThat(message(drawn, "{invalid json}").locator(".key")).containsText("no key");

      page.locator("#fillers button", having("purchase")).click();
      page.locator("#publish-send").click();

      assertThat(message(drawn, "\"event_type\":\"purchase\"").locator(".mark")).hasCount(0);
      assertThat(page.locator("#message-list > li")).hasCount(2);
    }
  }

  @Test
  void whatOthersPublishAppearsWithoutReloading() throws Exception {
    kafka.create("live");
    try (Drawn drawn = open("live", WIDE, ColorScheme.LIGHT)) {
      assertThat(drawn.page().locator("#messages-count")).hasText("0 messages, newest first");

      kafka.publish("live", 1, "ann", "login");
      kafka.flush();

      assertThat(message(drawn, "login")).hasCount(1);
      assertThat(drawn.page().locator("#messages-count")).hasText("1 message, newest first");
    }
  }

  @Test
  void ofManyMessagesThePageKeepsAThousandAndFindsTheOlderOnes() throws Exception {
    kafka.create("many");
    for (int i = 0; i < MANY; i++) {
      kafka.publish("many", i % 3, i % 10_000 == 0 ? "rare" : "user_" + i % 7, "login");
    }
    kafka.flush();
    try (Drawn drawn = open("many", WIDE, ColorScheme.LIGHT)) {
      assertThat(drawn.page().locator("#messages-count"))
          .hasText("1,000 of 30,000 messages, newest first");
      // The rows behind the first screen come with the next frames, and move the button.
      assertThat(drawn.page().locator("#message-list > li")).hasCount(1_000);

      drawn.page().locator("#older").click();
      waitForNote(drawn, "Older messages are shown");
      assertThat(drawn.page().locator("#message-list > li")).hasCount(1_000);

      drawn.page().locator("#filter-user").fill("rare");
      drawn.page().keyboard().press("Enter");
      waitForNote(drawn, "3 messages of rare among 30,000 messages.");
    }
  }

  @Test
  void aRowFarBelowTheScreenIsFoundAndReachedLikeAnyOther() throws Exception {
    kafka.create("long");
    kafka.publish("long", 0, "the_first", "login");
    kafka.flush();
    for (int i = 1; i < 1_000; i++) {
      kafka.publish("long", i % 3, "user_" + i % 7, "login");
    }
    kafka.flush();
    for (int width : new int[] {WIDE, NARROW}) {
      try (Drawn drawn = open("long", width, ColorScheme.LIGHT)) {
        Locator rows = drawn.page().locator("#message-list > li");
        assertThat(rows).hasCount(1_000);
        assertThat(rows.last()).not().isInViewport();

        // The browser's own search in the page.
        assertThat(drawn.page().evaluate("() => find('the_first', true, true)")).isEqualTo(true);
        assertThat(drawn.page().evaluate(IS_SELECTED_BELOW_ALL_OTHERS)).isEqualTo(true);

        drawn.page().evaluate("() => scrollTo(0, 0)");
        assertThat(rows.last()).not().isInViewport();
        // What a row takes up is known before it is laid out, so the page stays as long as it is.
        int height = height(drawn);
        rows.last().locator("summary").focus();
        assertThat(rows.last()).isInViewport();
        assertThat(rows.last().locator(".key")).containsText("the_first");
        assertThat(height(drawn)).isCloseTo(height, within(height / 100));

        drawn.page().keyboard().press("Shift+Tab");
        assertThat(rows.nth(998).locator("summary")).isFocused();
        drawn.page().keyboard().press("Enter");
        assertThat(rows.nth(998).locator("pre")).isVisible();
      }
    }
  }

  @Test
  void aKafkaThatDoesNotAnswerIsToldPlainly() throws IOException {
    try (Console alone = Console.at(0)) {
      alone.show("127.0.0.1:1", null);
      try (Drawn drawn = new Drawn(chromium.browser(), alone.url(), WIDE, ColorScheme.LIGHT)) {
        assertThat(drawn.page().locator("#live")).hasText("no answer");
        assertThat(drawn.page().locator("#trouble"))
            .hasText(Pattern.compile("Kafka does not answer: .*Trying again …"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void nobodyIsKeptFromReadingIt(ColorScheme scheme) {
    try (Drawn drawn = open(LAB, WIDE, scheme)) {
      picture(drawn, "console-" + scheme.name().toLowerCase(Locale.ROOT));
      drawn.unfoldAll();

      assertThat(drawn.barriers()).isEmpty();
    }
  }

  @Test
  void onATelephoneNothingScrollsSideways() {
    try (Drawn drawn = open(LAB, NARROW, ColorScheme.LIGHT)) {
      picture(drawn, "console-400");
      drawn.unfoldAll();

      assertThat(drawn.hiddenWidth()).isZero();
      assertThat(drawn.barriers()).isEmpty();
    }
  }

  @Test
  void tabReachesAllInOrderAndShowsWhereItIs() {
    try (Drawn drawn = open(LAB, WIDE, ColorScheme.LIGHT)) {
      for (int expected = 0; expected < drawn.reachable(); expected++) {
        drawn.page().keyboard().press("Tab");

        assertThat(drawn.focused()).isEqualTo(expected);
        assertThat(drawn.showsFocus()).as("focus on number %s", expected).isTrue();
      }
    }
  }

  private static Drawn open(String topic, int width, ColorScheme scheme) {
    Drawn drawn = new Drawn(chromium.browser(), kafka.url() + "/#topic=" + topic, width, scheme);
    assertThat(drawn.page().locator("#live")).hasText("live");
    assertThat(drawn.page().locator("#picture-title")).hasText(topic);
    return drawn;
  }

  /**
   * Waits in the page: an assertion of Playwright that does not hold yet describes all that is
   * there, and a page with a thousand rows stands still for seconds meanwhile.
   */
  private static void waitForNote(Drawn drawn, String part) {
    drawn
        .page()
        .waitForFunction(
            "part => document.getElementById('note').textContent.includes(part)", part);
  }

  private static int height(Drawn drawn) {
    return (int) drawn.page().evaluate("() => document.documentElement.scrollHeight");
  }

  private static Locator message(Drawn drawn, String part) {
    return drawn.page().locator("#message-list > li", having(part)).first();
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
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

  private static byte[] text(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
