package dev.kafkalab.grader.report;

import dev.kafkalab.grader.feedback.Exhibit.Message;
import dev.kafkalab.grader.feedback.Exhibit.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Draws where messages went: a lane for each partition, a dot for each record, a colour for each
 * key. What a dot shows to the mouse stands in a table, too.
 */
final class MessagesChart {

  private static final int LANE = 34;
  private static final int STEP = 20;
  private static final int LEFT = 90;
  private static final int TOP = 8;
  private static final int COLOURS = 14;
  private static final int MOST_IN_TABLE = 200;
  private static final String NO_KEY = "no key";

  private final List<Message> messages;
  private final List<String> keys;
  private final List<Integer> partitions;
  private final Html html;

  private MessagesChart(Messages messages, Html html) {
    this.messages = messages.messages();
    this.html = html;
    this.keys =
        new ArrayList<>(new TreeSet<>(this.messages.stream().map(MessagesChart::key).toList()));
    this.partitions =
        new ArrayList<>(new TreeSet<>(this.messages.stream().map(Message::partition).toList()));
  }

  static void write(Messages messages, String criterion, Html html) {
    new MessagesChart(messages, html).write(criterion);
  }

  private void write(String criterion) {
    if (messages.isEmpty()) {
      html.add("<p>There are none.</p>");
      return;
    }
    writeDots(criterion);
    writeTable();
  }

  private void writeDots(String criterion) {
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    messages.forEach(message -> counts.merge(message.partition(), 1, Integer::sum));
    int longest = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    int width = LEFT + (longest + 1) * STEP;
    int height = TOP + partitions.size() * LANE;
    html.add(
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Messages by partition\">"
            + "<svg width=\"%s\" height=\"%s\" role=\"img\" aria-labelledby=\"%s-map\"><title id=\"%s-map\">"
            + "%s messages of %s keys in %s partitions</title>",
        width, height, criterion, criterion, messages.size(), keys.size(), partitions.size());
    for (int lane = 0; lane < partitions.size(); lane++) {
      int y = TOP + lane * LANE + LANE / 2;
      html.add(
          "<text class=\"label\" x=\"0\" y=\"%s\">partition %s</text>",
          y + 5, partitions.get(lane));
      html.add("<line class=\"lane\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>", LEFT, y, width, y);
      int place = 0;
      for (Message message : messages) {
        if (message.partition() == partitions.get(lane)) {
          writeDot(message, LEFT + STEP / 2 + place++ * STEP, y);
        }
      }
    }
    html.add("</svg></div>");
    html.add("<ul class=\"legend\">");
    keys.forEach(
        key ->
            html.add(
                "<li><span class=\"dot c%s\" aria-hidden=\"true\"></span>%s</li>",
                colour(key), key));
    html.add("</ul>");
  }

  private void writeDot(Message message, int x, int y) {
    html.add(
        "<circle class=\"c%s\" cx=\"%s\" cy=\"%s\" r=\"7\"><title>%s, offset %s, %s</title></circle>",
        colour(key(message)), x, y, key(message), message.offset(), message.timestamp());
  }

  private void writeTable() {
    html.add(
        "<details><summary>As a table</summary><table><thead><tr><th scope=\"col\">partition</th>"
            + "<th scope=\"col\">offset</th><th scope=\"col\">key</th><th scope=\"col\">timestamp</th></tr></thead><tbody>");
    messages.stream()
        .limit(MOST_IN_TABLE)
        .forEach(
            message ->
                html.add(
                    "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>",
                    message.partition(), message.offset(), key(message), message.timestamp()));
    html.add("</tbody></table>");
    if (messages.size() > MOST_IN_TABLE) {
      html.add("<p>… and %s more</p>", messages.size() - MOST_IN_TABLE);
    }
    html.add("</details>");
  }

  private int colour(String key) {
    return keys.indexOf(key) % COLOURS;
  }

  private static String key(Message message) {
    return message.key() == null ? NO_KEY : message.key();
  }
}
