package dev.kafkalab.grader.classrun.page;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.ClassRecord.Canary;
import dev.kafkalab.grader.classrun.book.State;
import dev.kafkalab.grader.classrun.export.CsvForm;
import dev.kafkalab.grader.classrun.figures.Headcount;
import dev.kafkalab.grader.classrun.figures.Spread;
import dev.kafkalab.grader.report.html.Html;
import java.util.List;

/** Writes the head: how many have what, whether the run can be trusted, and where all is found. */
final class PageHead {

  private final ClassBook book;
  private final Html html;

  PageHead(ClassBook book, Html html) {
    this.book = book;
    this.html = html;
  }

  void write() {
    html.add("<header>%n<h1>Kafka lab: <bdi>%s</bdi></h1>", RunName.of(book));
    writeCounts();
    Spread.of(Headcount.totals(book)).ifPresent(this::writeSpread);
    writeCanaries();
    writeSettings();
    writeContents();
    html.add("</header>");
  }

  private void writeCounts() {
    html.add("<ul class=\"counts\">");
    for (State state : State.values()) {
      long count = Headcount.of(book, state);
      html.add(
          "<li class=\"%s\"><strong>%s</strong> %s</li>",
          count == 0 ? "none" : state.word(), count, StateWords.of(state));
    }
    html.add("</ul>");
  }

  private void writeSpread(Spread spread) {
    html.add(
        "<p class=\"median\"><strong>Median %s</strong> of %s points. The middle half has %s to %s, "
            + "the lowest is %s, the highest %s, the average %s.</p>",
        CsvForm.USUAL.number(spread.median()),
        mostInWords(),
        CsvForm.USUAL.number(spread.lower()),
        CsvForm.USUAL.number(spread.upper()),
        CsvForm.USUAL.number(spread.lowest()),
        CsvForm.USUAL.number(spread.highest()),
        CsvForm.USUAL.number(spread.average()));
  }

  private String mostInWords() {
    return Headcount.reports(book)
        .findFirst()
        .map(
            each ->
                each.maxScore() + (each.maxBonus() == 0 ? "" : " + " + each.maxBonus() + " bonus"))
        .orElse("?");
  }

  private void writeCanaries() {
    List<Canary> all = book.canaries();
    List<Canary> wrong = all.stream().filter(each -> !each.right()).toList();
    if (all.isEmpty()) {
      html.add(
          "<p class=\"canaries\">No known submissions were graded among these, so nothing "
              + "confirms the grader's verdicts on this machine.</p>");
    } else if (wrong.isEmpty()) {
      html.add(
          "<p class=\"canaries right\"><span class=\"mark\" aria-hidden=\"true\">✓</span> %s among "
              + "these, and judged correctly.</p>",
          all.size() == 1
              ? "1 known submission was graded"
              : "All " + all.size() + " known submissions were graded");
    } else {
      html.add(
          "<div class=\"warning loud\" role=\"note\"><p><strong>Do not release these points.</strong> "
              + "The grader misjudged %s of %s known submissions that were graded among these:</p><ul>",
          wrong.size(), all.size());
      wrong.forEach(each -> html.add("<li><code>%s</code>: %s</li>", each.id(), each.problem()));
      html.add("</ul></div>");
    }
  }

  private void writeSettings() {
    String started = book.settings().started();
    html.add(
        "<p class=\"faint\">Started <time datetime=\"%s\">%s</time>, grader revision <code>%s</code>, "
            + "isolation: %s, seed %s</p>",
        started,
        ShownTime.of(started),
        book.revision(),
        book.settings().isolation(),
        book.settings().seed());
  }

  private void writeContents() {
    html.add("<nav aria-label=\"Sections\"><ul>");
    if (DecisionsSection.isNeeded(book)) {
      html.add("<li><a href=\"#decisions\">To decide</a></li>");
    }
    html.add(
        "<li><a href=\"#points\">Points</a></li><li><a href=\"#criteria\">Criteria</a></li>"
            + "<li><a href=\"#misconceptions\">Misconceptions</a></li>"
            + "<li><a href=\"#deliverables\">Deliverables</a></li>"
            + "<li><a href=\"#similar\">Similar submissions</a></li>"
            + "<li><a href=\"#slowest\">Slowest</a></li>"
            + "<li><a href=\"#students\">Students</a></li></ul></nav>");
  }
}
