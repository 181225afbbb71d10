package dev.kafkalab.grader.report.html;

import dev.kafkalab.grader.feedback.Exhibit.Message;
import dev.kafkalab.grader.feedback.Exhibit.Messages;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws where messages went: a lane for each partition, a dot for each record, a number and a
 * colour for each key. The legend names the partitions of each key, and a table lists all records.
 */
final class MessagesChart {

  private static final int LANE = 34;
  private static final int STEP = 22;
  private static final int LEFT = 90;
  private static final int TOP = 8;
  private static final int MOST_IN_TABLE = 200;
  private static final String NO_KEY = "no key";

  private final List<Message> messages;

  /** The partitions of each key, in the order of their numbers: the shorter name comes first. */
  private final SortedMap<String, SortedSet<Integer>> places =
      new TreeMap<>(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));

  private final Map<String, Integer> numbers = new HashMap<>();
  private final int lanes;
  private final Html html;

  private MessagesChart(Messages messages, Html html) {
    this.messages = messages.messages();
    this.html = html;
    for (Message message : this.messages) {
      places.computeIfAbsent(key(message), key -> new TreeSet<>()).add(message.partition());
    }
    places.keySet().forEach(key -> numbers.put(key, numbers.size()));
    // An empty partition is worth showing, too.
    this.lanes =
        Math.max(
            messages.partitions(),
            this.messages.stream().mapToInt(Message::partition).max().orElse(-1) + 1);
  }

  static void write(Messages messages, String criterion, Html html) {
    new MessagesChart(messages, html).write(criterion);
  }

  private void write(String criterion) {
    if (messages.isEmpty()) {
      html.add("<p>There are no messages.</p>");
      return;
    }
    writeDots(criterion);
    writeLegend();
    writeTable();
  }

  private void writeDots(String criterion) {
    int longest = IntStream.range(0, lanes).map(lane -> inPartition(lane).size()).max().orElse(0);
    int width = LEFT + (longest + 1) * STEP;
    int height = TOP + lanes * LANE;
    html.add(
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Messages by partition\">"
            + "<svg width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" role=\"img\" aria-labelledby=\"%s-map\">"
            + "<title id=\"%s-map\">%s messages with %s keys in %s partitions</title>",
        width, height, width, height, criterion, criterion, messages.size(), places.size(), lanes);
    for (int lane = 0; lane < lanes; lane++) {
      int y = TOP + lane * LANE + LANE / 2;
      html.add("<text class=\"label\" x=\"0\" y=\"%s\">partition %s</text>", y + 5, lane);
      html.add("<line class=\"lane\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>", LEFT, y, width, y);
      int x = LEFT;
      for (Message message : inPartition(lane)) {
        x += STEP;
        writeDot(message, x - STEP / 2, y);
      }
    }
    html.add("</svg></div>");
  }

  private void writeDot(Message message, int x, int y) {
    int number = number(key(message));
    html.add(
        "<g><title>%s: partition %s, offset %s, %s</title>"
            + "<circle class=\"c%s\" cx=\"%s\" cy=\"%s\" r=\"9\"/><text x=\"%s\" y=\"%s\">%s</text></g>",
        key(message),
        message.partition(),
        message.offset(),
        message.timestamp(),
        number % HtmlExhibit.COLOURS,
        x,
        y,
        x,
        y + 4,
        number + 1);
  }

  private void writeLegend() {
    html.add("<p>Keys and their partitions:</p><ol class=\"legend\">");
    places.forEach(
        (key, partitions) ->
            html.add(
                "<li><span class=\"dot c%s\" aria-hidden=\"true\">%s</span> %s <span class=\"%s\">%s %s</span></li>",
                number(key) % HtmlExhibit.COLOURS,
                number(key) + 1,
                key,
                partitions.size() == 1 ? "faint" : "spread",
                partitions.size() == 1 ? "partition" : "partitions",
                partitions.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    html.add("</ol>");
  }

  private void writeTable() {
    html.add(
        "<details><summary>As a table</summary><div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Messages as a table\">"
            + "<table><thead><tr><th scope=\"col\">partition</th>"
            + "<th scope=\"col\">offset</th><th scope=\"col\">key</th><th scope=\"col\">timestamp</th></tr></thead><tbody>");
    messages.stream()
        .limit(MOST_IN_TABLE)
        .forEach(
            message ->
                html.add(
                    "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>",
                    message.partition(), message.offset(), key(message), message.timestamp()));
    html.add("</tbody></table></div>");
    if (messages.size() > MOST_IN_TABLE) {
      html.add("<p>… and %s more</p>", messages.size() - MOST_IN_TABLE);
    }
    html.add("</details>");
  }

  private List<Message> inPartition(int partition) {
    return messages.stream().filter(message -> message.partition() == partition).toList();
  }

  private int number(String key) {
    return numbers.getOrDefault(key, 0);
  }

  private static String key(Message message) {
    return message.key() == null ? NO_KEY : message.key();
  }
}
