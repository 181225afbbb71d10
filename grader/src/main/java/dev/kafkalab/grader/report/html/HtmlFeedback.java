package dev.kafkalab.grader.report.html;

import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.feedback.Timeline;
import java.util.List;

/** Writes feedback as HTML: what happened, where, the facts, why it matters, what to do next. */
final class HtmlFeedback {

  private final Html html;

  HtmlFeedback(Html html) {
    this.html = html;
  }

  /** Writes what happened, where, and the facts. */
  void writeInBrief(Feedback feedback) {
    html.add("<p class=\"message\">%s</p>", feedback.message());
    if (feedback.location() != null) {
      HtmlFeedback.writePlace(feedback.location(), html);
    }
    writeFacts(feedback.facts());
  }

  /** Writes which line it is about, and what it says. */
  static void writePlace(Location location, Html html) {
    if (location.text() == null) {
      html.add("<p>at <code>%s</code></p>", location);
    } else {
      html.add(
          "<p class=\"place\">at <code>%s</code> <code class=\"line\">%s</code></p>",
          location, location.text());
    }
  }

  void write(Feedback feedback) {
    writeInBrief(feedback);
    writeTimeline(feedback.timeline());
    writeBelief(feedback);
    if (!feedback.advice().isEmpty()) {
      html.add("<p class=\"hint\">→ %s</p>", feedback.advice());
    }
  }

  void writeFacts(List<Fact> facts) {
    if (facts.isEmpty()) {
      return;
    }
    html.add("<dl>");
    facts.forEach(fact -> html.add("<dt>%s</dt><dd><pre>%s</pre></dd>", fact.name(), fact.value()));
    html.add("</dl>");
  }

  private void writeTimeline(Timeline timeline) {
    if (timeline.steps().isEmpty()) {
      return;
    }
    html.add("<figure><figcaption>What happened, step by step</figcaption>");
    StoryChart.write(timeline, html);
    html.add("</figure>");
  }

  private void writeBelief(Feedback feedback) {
    Misconception belief = feedback.misconception();
    if (belief == null) {
      return;
    }
    html.add(
        "<p class=\"belief\"><strong>%s.</strong> %s <a href=\"%s\">%s</a></p>",
        belief.title(), belief.why(), belief.chapter().url(), belief.chapter().title());
  }
}
