package dev.kafkalab.grader.report.html;

import dev.kafkalab.grader.feedback.Exhibit;
import dev.kafkalab.grader.feedback.Exhibit.Messages;
import dev.kafkalab.grader.feedback.Exhibit.Owners;
import dev.kafkalab.grader.feedback.Exhibit.Phase;
import dev.kafkalab.grader.feedback.Exhibit.Story;
import java.util.List;
import java.util.Locale;

/** Draws exhibits. */
final class HtmlExhibit {

  /** As many as the style sheet defines. */
  static final int COLOURS = 14;

  private HtmlExhibit() {}

  static void write(Exhibit exhibit, String criterion, Html html) {
    html.add(
        "<figure id=\"%s\"><figcaption>%s</figcaption>",
        anchor(exhibit, criterion), title(exhibit));
    if (exhibit instanceof Messages messages) {
      MessagesChart.write(messages, criterion, html);
    } else if (exhibit instanceof Story story) {
      StoryChart.write(story.timeline(), html);
    } else if (exhibit instanceof Owners owners) {
      writeOwners(owners, html);
    }
    html.add("</figure>");
  }

  /** Returns what an exhibit shows. */
  static String title(Exhibit exhibit) {
    if (exhibit instanceof Story story) {
      return String.format(
          Locale.ROOT, "What happened to the events of partition %d", story.partition());
    }
    return exhibit instanceof Messages ? "Where the messages went" : "Who owned which partition";
  }

  /** Returns where an exhibit is on the page. */
  static String anchor(Exhibit exhibit, String criterion) {
    return criterion + "-" + exhibit.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** A table serves as the picture: it can be read without its colours. */
  private static void writeOwners(Owners owners, Html html) {
    List<String> members =
        owners.phases().stream()
            .flatMap(phase -> phase.owners().stream())
            .filter(owner -> !owner.isEmpty())
            .distinct()
            .sorted()
            .toList();
    html.add(
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Who owned which partition\">"
            + "<table class=\"owners\"><thead><tr><th scope=\"col\">after</th>");
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
            owner.isEmpty() ? "no owner" : owner);
      }
      html.add("</tr>");
    }
    html.add("</tbody></table></div>");
  }
}
