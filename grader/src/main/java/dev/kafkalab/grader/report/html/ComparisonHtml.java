package dev.kafkalab.grader.report.html;

import dev.kafkalab.grader.compare.Comparison;
import dev.kafkalab.grader.compare.Pair;
import dev.kafkalab.grader.compare.Timelines;
import dev.kafkalab.grader.compare.Timelines.Row;
import dev.kafkalab.grader.feedback.Timeline.Step;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.report.Marks;
import dev.kafkalab.grader.report.SideBySide;
import dev.kafkalab.grader.report.Trait;
import dev.kafkalab.grader.report.Words;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a comparison as one self-contained HTML page. */
public final class ComparisonHtml {

  private final Comparison comparison;
  private final Html html = new Html();

  private ComparisonHtml(Comparison comparison) {
    this.comparison = comparison;
  }

  /** Returns the page. */
  public static String of(Comparison comparison) {
    return new ComparisonHtml(comparison).write();
  }

  private String write() {
    String title =
        comparison.submission().submission()
            + " compared with "
            + comparison.reference().submission();
    html.head(title);
    html.add("<header><h1>%s</h1>", title);
    html.add(
        "<p class=\"faint\">Kafka %s (%s), isolation: %s, seed %s</p>",
        comparison.reference().broker().version(),
        comparison.reference().broker().kind(),
        comparison.reference().isolation(),
        comparison.reference().seed());
    if (comparison.isIncomplete()) {
      html.add(
          "<p class=\"warning\" role=\"note\">Grading was interrupted, or the grader failed: no score here counts. Run it again.</p>");
    }
    html.add("</header><main>");
    writeVerdicts();
    comparison.parted().forEach(this::writePair);
    writeAtNoCost();
    html.add("</main>%n</body>%n</html>");
    return html.toString();
  }

  private void writeVerdicts() {
    html.add("<section aria-labelledby=\"verdicts\"><h2 id=\"verdicts\">Verdicts</h2>");
    openTable("Verdicts", "criterion");
    html.add(
        "<tr><th scope=\"row\">all</th><td>%s</td><td>%s</td></tr>",
        Words.points(comparison.submission().grade()),
        Words.points(comparison.reference().grade()));
    for (Pair pair : comparison.pairs()) {
      String id = pair.submission().criterion().id();
      if (pair.isJudgedAlike()) {
        html.add("<tr><th scope=\"row\"><code>%s</code></th>", id);
      } else {
        html.add(
            "<tr class=\"wrong\"><th scope=\"row\"><a href=\"#%s\"><code>%s</code></a></th>",
            id, id);
      }
      html.add("<td>%s</td><td>%s</td></tr>", judged(pair.submission()), judged(pair.reference()));
    }
    closeTable();
    html.add("</section>");
  }

  private static String judged(CriterionResult result) {
    return String.format(
        Locale.ROOT,
        "%s %d of %d, %s",
        Marks.of(result.kind()),
        result.points(),
        result.criterion().points(),
        Words.outcome(result));
  }

  private void writePair(Pair pair) {
    String id = pair.submission().criterion().id();
    html.add(
        "<section aria-labelledby=\"%s\"><h2 id=\"%s\"><code>%s</code></h2>%n<p>%s</p>",
        id, id, id, pair.submission().criterion().title());
    writeSide("Submission", pair.submission());
    writeSide("Reference", pair.reference());
    writeTraits(Trait.of(pair), "Differences in " + id);
    writeTimelines(pair.timelines());
    html.add("</section>");
  }

  private void writeSide(String name, CriterionResult result) {
    html.add(
        "<h3 class=\"%s\">%s: %s</h3>",
        result.kind().name().toLowerCase(Locale.ROOT), name, judged(result));
    if (result.feedback() != null) {
      new HtmlFeedback(html).writeInBrief(result.feedback());
    }
  }

  private void writeTraits(List<Trait> traits, String label) {
    if (traits.isEmpty()) {
      return;
    }
    openTable(label, "what");
    traits.forEach(
        trait ->
            html.add(
                "<tr><th scope=\"row\"><code>%s</code></th><td>%s</td><td>%s</td></tr>",
                trait.name(), trait.submission(), trait.reference()));
    closeTable();
  }

  private void writeTimelines(Timelines timelines) {
    if (timelines.rows().isEmpty()) {
      return;
    }
    List<Row> rows = SideBySide.part(timelines.rows());
    html.add("<h3>What happened in partition %s</h3>", timelines.partition());
    openTable("What happened in partition " + timelines.partition(), null);
    for (Row row : rows) {
      html.add(
          "<tr class=\"%s\"><td>%s</td><td>%s</td></tr>",
          row.isShared() ? "shared" : "apart",
          SideBySide.text(row.submission()),
          SideBySide.text(row.reference()));
      writeMark(row.submission());
    }
    closeTable();
    if (rows.size() < timelines.rows().size()) {
      html.add(
          "<p class=\"faint\">%s of %s steps, around the first difference.</p>",
          rows.size(), timelines.rows().size());
    }
  }

  private void writeMark(@Nullable Step step) {
    if (step != null && step.wrong() != null) {
      html.add(
          "<tr class=\"wrong\"><td colspan=\"2\"><strong>▲ %s</strong></td></tr>", step.wrong());
    }
  }

  private void writeAtNoCost() {
    List<Trait> traits = Trait.of(comparison.atNoCost());
    if (!traits.isEmpty()) {
      html.add(
          "<section aria-labelledby=\"alike\"><h2 id=\"alike\">Other differences, which did not affect any result</h2>");
      writeTraits(traits, "Other differences, which did not affect any result");
      html.add("</section>");
    }
  }

  /** Opens a table of both; without a name, there is no column in front of them. */
  private void openTable(String label, @Nullable String first) {
    html.add(
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"%s\"><table class=\"pairs\"><thead><tr>",
        label);
    if (first != null) {
      html.add("<th scope=\"col\">%s</th>", first);
    }
    html.add(
        "<th scope=\"col\">submission</th><th scope=\"col\">reference</th></tr></thead><tbody>");
  }

  private void closeTable() {
    html.add("</tbody></table></div>");
  }
}
