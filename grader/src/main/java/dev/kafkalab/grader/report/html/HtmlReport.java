package dev.kafkalab.grader.report.html;

import dev.kafkalab.grader.feedback.Exhibit;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.Deliverable;
import dev.kafkalab.grader.grade.Grade;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.Marks;
import dev.kafkalab.grader.report.Style;
import dev.kafkalab.grader.report.Surroundings;
import dev.kafkalab.grader.report.Words;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.rubric.Task;
import java.util.List;
import java.util.Locale;

/** Writes a grading as one self-contained HTML page: no network, no script, no second file. */
public final class HtmlReport {

  private static final double MILLIS = 1000;
  private static final double PERCENT = 100;

  private final GradedSubmission graded;
  private final Html html = new Html();

  private HtmlReport(GradedSubmission graded) {
    this.graded = graded;
  }

  public static String of(GradedSubmission graded, Surroundings surroundings) {
    return new HtmlReport(graded).write();
  }

  private String write() {
    html.head(graded.submission() + ": " + Words.points(graded.grade()));
    writeHead();
    html.add("<main>");
    if (graded.isGradable()) {
      graded.grade().firstToDo().ifPresent(this::writeFirst);
      writeOverview();
      writePictures();
      for (Task task : Task.values()) {
        writeTask(task);
      }
    } else {
      writeProblems();
    }
    writeDeliverables();
    html.add("</main>%n</body>%n</html>");
    return html.toString();
  }

  private void writeHead() {
    html.add("<header>%n<h1>Kafka lab: <bdi>%s</bdi></h1>", graded.submission());
    html.add("<p class=\"score\">%s</p>", Words.points(graded.grade()));
    Grade grade = graded.grade();
    boolean counts = graded.isFinished() && !grade.isIncomplete();
    if (counts && grade.maxScore() > 0) {
      html.add(
          "<div class=\"bar\" aria-hidden=\"true\"><div style=\"width:%s%%\"></div></div>",
          String.format(Locale.ROOT, "%.1f", grade.score() * PERCENT / grade.maxScore()));
    }
    html.add(
        "<p class=\"faint\">Kafka %s (%s), isolation: %s, seed %s, %s s</p>",
        graded.broker().version(),
        graded.broker().kind(),
        graded.isolation(),
        graded.seed(),
        seconds(graded.duration().toMillis()));
    graded.allRemarks().forEach(remark -> html.add("<p class=\"faint\">%s</p>", remark));
    if (!counts) {
      html.add(
          "<p class=\"warning\" role=\"note\">Grading was interrupted, or the grader failed: this score does not count. Run it again.</p>");
    }
    html.add("</header>");
  }

  private void writeOverview() {
    html.add("<nav aria-label=\"Tasks\"><p>Tasks:</p><ul>");
    for (Task task : Task.values()) {
      List<CriterionResult> results = of(task);
      if (!results.isEmpty()) {
        html.add(
            "<li><a href=\"#task-%s\">%s %s</a> %s</li>",
            task.number(), task.number(), task.title(), points(results));
      }
    }
    html.add("</ul></nav>");
  }

  /** The pictures are next to their criteria, in parts of the page that may be folded. */
  private void writePictures() {
    if (graded.grade().results().stream().allMatch(result -> result.exhibits().isEmpty())) {
      return;
    }
    html.add("<nav aria-label=\"Pictures\"><p>Pictures:</p><ul>");
    for (CriterionResult result : graded.grade().results()) {
      for (Exhibit exhibit : result.exhibits()) {
        html.add(
            "<li><a href=\"#%s\">%s</a></li>",
            HtmlExhibit.anchor(exhibit, result.criterion().id()), HtmlExhibit.title(exhibit));
      }
    }
    html.add("</ul></nav>");
  }

  private void writeProblems() {
    html.add("<section aria-labelledby=\"first\"><h2 id=\"first\">Fix this first</h2>");
    html.add("<p>Nothing could be run, so there are no points.</p>");
    graded.problems().forEach(problem -> new HtmlFeedback(html).write(problem));
    html.add("</section>");
  }

  private void writeFirst(CriterionResult first) {
    boolean failed = first.kind() == OutcomeKind.FAILED;
    html.add(
        "<section class=\"first\" aria-labelledby=\"first\"><h2 id=\"first\">%s <a href=\"#%s\">%s</a></h2>",
        failed ? "Fix first:" : "Next: write the code for",
        first.criterion().id(),
        first.criterion().id());
    html.add("<p>%s</p>", first.criterion().title());
    if (first.feedback() != null) {
      html.add("<p><strong>%s</strong></p>", first.feedback().message());
      if (first.feedback().location() != null) {
        HtmlFeedback.writePlace(first.feedback().location(), html);
      }
      if (!first.feedback().advice().isEmpty()) {
        html.add("<p class=\"hint\">→ %s</p>", first.feedback().advice());
      }
    }
    html.add("</section>");
  }

  private void writeTask(Task task) {
    List<CriterionResult> results = of(task);
    if (results.isEmpty()) {
      return;
    }
    html.add(
        "<section aria-labelledby=\"task-%s\"><h2 id=\"task-%s\">Task %s: %s <span class=\"points\">%s</span></h2>",
        task.number(), task.number(), task.number(), task.title(), points(results));
    results.forEach(this::writeResult);
    html.add("</section>");
  }

  private List<CriterionResult> of(Task task) {
    return graded.grade().results().stream()
        .filter(result -> result.criterion().task() == task)
        .toList();
  }

  private static String points(List<CriterionResult> results) {
    return String.format(
        Locale.ROOT,
        "%d of %d",
        results.stream().mapToInt(CriterionResult::points).sum(),
        results.stream().mapToInt(result -> result.criterion().points()).sum());
  }

  private void writeResult(CriterionResult result) {
    boolean open =
        result.kind() == OutcomeKind.FAILED || result.kind() == OutcomeKind.INFRASTRUCTURE;
    html.add(
        "<details id=\"%s\" class=\"%s\"%s>",
        result.criterion().id(),
        result.kind().name().toLowerCase(Locale.ROOT),
        open ? " open" : "");
    html.add(
        "<summary><span class=\"mark\" aria-hidden=\"true\">%s</span> <span>%s</span> "
            + "<span class=\"points\">%s of %s</span> <span class=\"name\"><code>%s</code> %s</span></summary>",
        Marks.of(result.kind(), Style.PLAIN),
        result.criterion().title(),
        result.points(),
        result.criterion().points(),
        result.criterion().id(),
        Words.outcome(result));
    HtmlFeedback feedback = new HtmlFeedback(html);
    if (result.feedback() != null) {
      feedback.write(result.feedback());
    }
    feedback.writeFacts(newIn(result));
    if (open) {
      html.add("<p class=\"faint\">%s</p>", Words.hints(result));
    }
    result.exhibits().forEach(exhibit -> HtmlExhibit.write(exhibit, result.criterion().id(), html));
    html.add(
        "<p class=\"faint\">judged in %s s</p>%n</details>", seconds(result.duration().toMillis()));
  }

  /** Returns the observed facts that the feedback has not given already. */
  private static List<Fact> newIn(CriterionResult result) {
    List<Fact> said = result.feedback() == null ? List.of() : result.feedback().facts();
    return result.observed().stream().filter(fact -> !said.contains(fact)).toList();
  }

  private void writeDeliverables() {
    if (graded.deliverables().isEmpty()) {
      return;
    }
    html.add(
        "<section aria-labelledby=\"files\"><h2 id=\"files\">Deliverables</h2>%n<ul class=\"files\">");
    for (Deliverable deliverable : graded.deliverables()) {
      html.add(
          "<li><span class=\"mark\" aria-hidden=\"true\">%s</span> %s <span class=\"faint\">%s %s</span></li>",
          Marks.of(deliverable.present(), Style.PLAIN),
          deliverable.name(),
          deliverable.present() ? "" : "missing:",
          deliverable.detail());
    }
    html.add("</ul></section>");
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f", millis / MILLIS);
  }
}
