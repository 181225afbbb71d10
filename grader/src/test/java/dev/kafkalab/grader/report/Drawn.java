package dev.kafkalab.grader.report;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page in a browser, and what it did there. */
public final class Drawn implements AutoCloseable {

  private static final List<String> GRAVE = List.of("serious", "critical");

  /** Whatever Tab should reach, in the order of the page. */
  private static final String REACHABLE =
      """
      [...document.querySelectorAll('a[href], summary, button, input, select, textarea, [tabindex="0"]')]
          .filter(each => !each.disabled && each.checkVisibility())
      """;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  Drawn(Browser browser, Path file, int width, ColorScheme scheme) {
    this(browser, file.toUri().toString(), width, scheme);
  }

  /** Opens a page at an address. */
  public Drawn(Browser browser, String url, int width, ColorScheme scheme) {
    this.context =
        browser.newContext(
            new Browser.NewContextOptions().setViewportSize(width, 740).setColorScheme(scheme));
    this.page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(error -> complaints.add("error: " + error));
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(url);
  }

  /** Returns the page. */
  public Page page() {
    return page;
  }

  /** Returns what it wrote to the console, threw, or asked. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Returns all that it asked for, itself first. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Unfolds all that is folded. */
  public void unfoldAll() {
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
  }

  /** Returns by how many pixels the page is wider than what is seen of it. */
  public int hiddenWidth() {
    return (int)
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** Returns what axe finds that keeps somebody from reading the page, in words. */
  public List<String> barriers() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(Drawn::words)
            .toList();
  }

  private static String words(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().get(0).getHtml();
  }

  /** Returns how many things Tab should reach. */
  public int reachable() {
    return (int) page.evaluate(REACHABLE + ".length");
  }

  /** Returns the place among them of what has the focus; -1 for none of them. */
  public int focused() {
    return (int) page.evaluate(REACHABLE + ".indexOf(document.activeElement)");
  }

  /** Returns whether one can see what has the focus. */
  public boolean showsFocus() {
    return (boolean)
        page.evaluate(
            """
            () => {
              const style = getComputedStyle(document.activeElement);
              return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            }
            """);
  }

  @Override
  public void close() {
    context.close();
  }
}
