package dev.kafkalab.grader.report;

import dev.kafkalab.grader.feedback.Exhibit;
import dev.kafkalab.grader.feedback.Exhibit.Messages;
import dev.kafkalab.grader.feedback.Exhibit.Owners;
import dev.kafkalab.grader.feedback.Exhibit.Phase;
import dev.kafkalab.grader.feedback.Exhibit.Story;
import java.util.ArrayList;
import java.util.List;

/** Draws exhibits. */
final class HtmlExhibit {

  private static final int COLOURS = 12;

  private HtmlExhibit() {}

  static void write(Exhibit exhibit, String criterion, Html html) {
    if (exhibit instanceof Messages messages) {
      html.add("<figure><figcaption>Where the messages went</figcaption>");
      MessagesChart.write(messages, criterion, html);
      html.add("</figure>");
    } else if (exhibit instanceof Story story) {
      html.add(
          "<figure><figcaption>Partition %s, one step after the other</figcaption>",
          story.partition());
      StoryChart.write(story.timeline(), html);
      html.add("</figure>");
    } else if (exhibit instanceof Owners owners) {
      writeOwners(owners, html);
    }
  }

  /** A table is the picture here: who cannot see its colours can read it. */
  private static void writeOwners(Owners owners, Html html) {
    List<String> members = new ArrayList<>();
    owners.phases().stream()
        .flatMap(phase -> phase.owners().stream())
        .filter(owner -> !owner.isEmpty() && !members.contains(owner))
        .forEach(members::add);
    html.add(
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Who owned which partition\">"
            + "<table class=\"owners\"><caption>Who owned which partition</caption>%n<thead><tr><th scope=\"col\">after</th>");
    int partitions =
        owners.phases().stream().mapToInt(each -> each.owners().size()).max().orElse(0);
    for (int partition = 0; partition < partitions; partition++) {
      html.add("<th scope=\"col\">partition %s</th>", partition);
    }
    html.add("</tr></thead>%n<tbody>");
    for (Phase phase : owners.phases()) {
      html.add("<tr><th scope=\"row\">%s</th>", phase.event());
      for (String owner : phase.owners()) {
        html.add(
            "<td class=\"c%s\">%s</td>",
            owner.isEmpty() ? "none" : String.valueOf(members.indexOf(owner) % COLOURS),
            owner.isEmpty() ? "nobody" : owner);
      }
      html.add("</tr>");
    }
    html.add("</tbody></table></div>");
  }
}
