package dev.kafkalab.grader.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine's own Chromium without a window: nothing is ever downloaded to draw a page in. */
public final class Chromium implements AutoCloseable {

  /**
   * Only {@code -Dproof.browser=required} fetches Playwright's driver: it is 200 MB, and whoever
   * grades has no use for it.
   */
  private static final boolean REQUIRED = "required".equals(System.getProperty("proof.browser"));

  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program) {
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    // Chromium refuses to be root with its sandbox, and what it draws here is our own.
    this.browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions().setExecutablePath(program).setArgs(List.of("--no-sandbox")));
  }

  /** Starts it, or aborts the test where nobody has asked for it. */
  public static Chromium start() {
    assumeTrue(REQUIRED, "no browser was asked for: -Dproof.browser=required needs Chromium");
    Optional<Path> program = PLACES.stream().filter(Files::isExecutable).findFirst();
    return new Chromium(
        program.orElseThrow(() -> new IllegalStateException("Chromium was to be at " + PLACES)));
  }

  /** Returns the browser that is started. */
  public Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
