package dev.kafkalab.grader.report;

import com.microsoft.playwright.options.ColorScheme;
import dev.kafkalab.grader.cli.file.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures how long a browser takes to draw a report, from the request to the second frame: of ten
 * messages and of a thousand, which take turns. {@code bench/draw.sh} runs it; it judges nothing.
 */
class DrawingBench {

  private static final int ROUNDS = 21;
  private static final List<Integer> MESSAGES = List.of(10, 1_000);
  private static final String MILLIS_TO_SECOND_FRAME =
      """
      () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
          () => done(performance.now()))))
      """;

  @TempDir private Path folder;

  @Test
  @SuppressWarnings("SystemOut") // the figures are all that it is for
  void figures() throws IOException {
    double[][] millis = new double[MESSAGES.size()][ROUNDS];
    try (Chromium chromium = Chromium.start()) {
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < MESSAGES.size(); i++) {
          try (Drawn drawn =
              new Drawn(chromium.browser(), page(MESSAGES.get(i)), 1_100, ColorScheme.LIGHT)) {
            drawn.unfoldAll();
            millis[i][round] =
                ((Number) drawn.page().evaluate(MILLIS_TO_SECOND_FRAME)).doubleValue();
          }
        }
      }
    }
    for (int i = 0; i < MESSAGES.size(); i++) {
      Arrays.sort(millis[i]);
      System.out.printf(
          Locale.ROOT,
          "%5d messages, %4d KiB: drawn in %4.0f ms (%.0f to %.0f, %d rounds)%n",
          MESSAGES.get(i),
          Files.size(page(MESSAGES.get(i))) >> 10,
          millis[i][ROUNDS / 2],
          millis[i][0],
          millis[i][ROUNDS - 1],
          ROUNDS);
    }
  }

  private Path page(int messages) throws IOException {
    Path file = folder.resolve(messages + ".html");
    if (Files.notExists(file)) {
      Files.writeString(
          file,
          ReportFormat.HTML.write(
              MixedGrade.withMessages(messages), new Surroundings(Map.of(), "")));
    }
    return file;
  }
}
