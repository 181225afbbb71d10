package dev.kafkalab.grader.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.kafkalab.grader.proof.Platform;
import dev.kafkalab.grader.report.Chromium;
import dev.kafkalab.grader.report.Drawn;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures how long {@code ./lab console} takes until its page answers, and how long a browser
 * takes to draw it with a thousand messages. {@code bench/console.sh} runs it; it judges nothing.
 *
 * <p>A time begins with the request for the page. The first one ends when more rows than a screen
 * has are painted, the second one when all thousand are in the page; each at the second frame that
 * has them. Rows that are not on the screen are not laid out by then, so it is also measured how
 * long it takes to jump to the last one, until it is painted. What the browser itself needs on this
 * machine is measured beside them: the console's icon alone, opened as a page.
 */
class ConsoleBench {

  private static final int STARTS = 5;
  private static final int DRAWINGS = 21;
  private static final int MESSAGES = 1_000;

  /** As many rows as a window of 1,300 pixels has at most; it is opened with 740. */
  private static final int SCREEN = 40;

  private static final double NANOS = 1e6;
  private static final Pattern URL = Pattern.compile("the page is (http://localhost:\\d+)\\.");

  /** It looks before a frame is painted, so the next frame is the second one that has them. */
  private static final String MILLIS_TO_SECOND_FRAME =
      """
      () => new Promise(done => {
        const look = () => requestAnimationFrame(
            () => document.querySelectorAll('#message-list > li').length < %d
                ? look()
                : requestAnimationFrame(() => done(performance.now())));
        look();
      })
      """;

  private static final String MILLIS_TO_JUMP =
      """
      () => new Promise(done => {
        const start = performance.now();
        document.querySelector('#message-list > li:last-child').scrollIntoView();
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
      })
      """;

  @TempDir private Path folder;

  @Test
  void theStart() throws Exception {
    double[] millis = new double[STARTS];
    for (int i = 0; i < STARTS; i++) {
      millis[i] = millisToStart();
    }
    print("./lab console: its page answers", millis);
  }

  private static double millisToStart() throws Exception {
    long start = System.nanoTime();
    Process lab =
        new ProcessBuilder(
                "./lab",
                "console",
                "--port",
                "0",
                "--kafka-port",
                Integer.toString(Platform.freePort()))
            .directory(Platform.REPOSITORY.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      Matcher line = URL.matcher(String.valueOf(lab.inputReader().readLine()));
      assertThat(line.find()).isTrue();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(line.group(1) + "/api/state")).build();
      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
      return (System.nanoTime() - start) / NANOS;
    } finally {
      lab.destroy();
      lab.waitFor();
    }
  }

  @Test
  void theDrawing() throws Exception {
    double[] icon = new double[DRAWINGS];
    double[] first = new double[DRAWINGS];
    double[] all = new double[DRAWINGS];
    double[] jump = new double[DRAWINGS];
    try (ShownKafka kafka = ShownKafka.start(folder);
        Chromium chromium = Chromium.start()) {
      kafka.create("user-events");
      for (int i = 0; i < MESSAGES; i++) {
        kafka.publish("user-events", i % 3, "user_" + i % 12, "purchase");
      }
      kafka.flush();
      for (int i = 0; i < DRAWINGS; i++) {
        try (Drawn drawn = opened(chromium, kafka.url() + "/icon.svg")) {
          icon[i] = millisTo(0, drawn);
        }
        try (Drawn drawn = opened(chromium, kafka.url())) {
          first[i] = millisTo(SCREEN, drawn);
          all[i] = millisTo(MESSAGES, drawn);
          jump[i] = ((Number) drawn.page().evaluate(MILLIS_TO_JUMP)).doubleValue();
        }
      }
    }
    print("the icon alone: it is painted", icon);
    print("a page with 1,000 messages: the first screen of rows is painted", first);
    print("a page with 1,000 messages: all rows are in the page", all);
    print("a page with 1,000 messages: a jump to the last row is painted", jump);
  }

  private static Drawn opened(Chromium chromium, String url) {
    return new Drawn(chromium.browser(), url, 1_360, ColorScheme.LIGHT);
  }

  private static double millisTo(int messages, Drawn drawn) {
    Object millis = drawn.page().evaluate(MILLIS_TO_SECOND_FRAME.formatted(messages));
    return ((Number) millis).doubleValue();
  }

  @SuppressWarnings("SystemOut") // the figures are all that it is for
  private static void print(String what, double[] millis) {
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%s in %.0f ms (%.0f to %.0f, %d times)%n",
        what,
        millis[millis.length / 2],
        millis[0],
        millis[millis.length - 1],
        millis.length);
  }
}
