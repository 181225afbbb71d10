package dev.kafkalab.grader.report.html;

import dev.kafkalab.grader.feedback.Timeline;
import dev.kafkalab.grader.feedback.Timeline.Step;
import dev.kafkalab.grader.feedback.Timeline.StepKind;
import dev.kafkalab.grader.report.Words;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws what happened as a table with columns for what was read, handled and committed. The wrong
 * step is marked.
 */
public final class StoryChart {

  private static final int MOST = 60;
  private static final int BEFORE = 40;

  private StoryChart() {}

  static void write(Timeline timeline, Html html) {
    List<Step> steps = timeline.steps();
    int wrong =
        IntStream.range(0, steps.size())
            .filter(i -> steps.get(i).wrong() != null)
            .findFirst()
            .orElse(0);
    int from = Math.max(0, wrong - BEFORE);
    int to = Math.min(steps.size(), from + MOST);
    boolean actors = steps.stream().anyMatch(step -> !step.actor().isEmpty());
    html.add("<p class=\"faint\">Numbers are offsets. A commit names the next offset to read.</p>");
    html.add(
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Timeline\"><table class=\"story\"><thead><tr>%s"
                .formatted(actors ? "<th scope=\"col\">who</th>" : "")
            + "<th scope=\"col\">read</th><th scope=\"col\">handled</th><th scope=\"col\">committed</th>"
            + "<th scope=\"col\">line</th></tr></thead><tbody>");
    if (from > 0) {
      html.add("<tr><td colspan=\"5\" class=\"faint\">%s earlier steps</td></tr>", from);
    }
    for (Step step : steps.subList(from, to)) {
      writeStep(step, actors, html);
    }
    if (to < steps.size()) {
      html.add("<tr><td colspan=\"5\" class=\"faint\">%s later steps</td></tr>", steps.size() - to);
    }
    html.add("</tbody></table></div>");
  }

  private static void writeStep(Step step, boolean actors, Html html) {
    html.add("<tr class=\"%s\">", step.wrong() == null ? "" : "wrong");
    if (actors) {
      html.add("<td>%s</td>", step.actor());
    }
    String text = text(step);
    switch (step.kind()) {
      case READ -> html.add("<td class=\"read\">%s</td><td></td><td></td>", text);
      case HANDLED, HELD, REFUSED ->
          html.add("<td></td><td class=\"handled\">%s</td><td></td>", text);
      case COMMITTED -> html.add("<td></td><td></td><td class=\"committed\">%s</td>", text);
      default -> html.add("<td colspan=\"3\" class=\"act\">%s</td>", text);
    }
    html.add("<td><code>%s</code></td></tr>", step.location() == null ? "" : step.location());
    if (step.wrong() != null) {
      html.add(
          "<tr class=\"wrong\"><td colspan=\"%s\"><strong>▲ %s</strong></td></tr>",
          actors ? 5 : 4, step.wrong());
    }
  }

  private static String text(Step step) {
    if (step.from() < 0) {
      return step.kind().word();
    }
    return step.kind() == StepKind.HELD || step.kind() == StepKind.REFUSED
        ? Words.offsets(step) + " " + step.kind().word()
        : Words.offsets(step);
  }
}
