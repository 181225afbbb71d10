package dev.kafkalab.grader.feedback;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Formats feedback as plain text: the message, its location, the facts in two columns, the
 * timeline, the misconception, and what to do next.
 *
 * <p>The text as a whole is not indented, and what the student's code says in it is dead.
 */
public final class FeedbackText {

  private static final int SHORTEST_VALUE = 20;

  private FeedbackText() {}

  /** Returns the lines. */
  public static List<String> lines(Feedback feedback) {
    return lines(feedback, "");
  }

  /**
   * Returns the lines without the explanation of the misconception.
   *
   * @param where where it is explained: "above" or "below"
   */
  public static List<String> linesInBrief(Feedback feedback, String where) {
    return lines(feedback, where);
  }

  private static List<String> lines(Feedback feedback, String explained) {
    List<String> lines = new ArrayList<>(Prose.lines("", "", DeadText.of(feedback.message())));
    if (feedback.location() != null) {
      lines.add("at " + DeadText.of(place(feedback.location())));
    }
    facts(feedback.facts()).forEach(fact -> lines.add("  " + fact));
    TimelineText.lines(feedback.timeline()).forEach(step -> lines.add("  " + DeadText.of(step)));
    lines.addAll(misconception(feedback.misconception(), explained));
    lines.addAll(Prose.lines("→ ", "  ", DeadText.of(feedback.advice())));
    return lines.stream().map(DeadText::ofConsole).toList();
  }

  private static String place(Location location) {
    return location.text() == null ? location.toString() : location + "  " + location.text();
  }

  /** Returns facts in two columns. */
  public static List<String> facts(List<Fact> facts) {
    Column names = Column.of(facts.stream().map(Fact::name));
    List<String> lines = new ArrayList<>();
    for (Fact fact : facts) {
      String name = names.left(fact.name()) + "  ";
      String next = "\n" + " ".repeat(name.length());
      lines.addAll((name + DeadText.of(fact.value()).replace("\n", next)).lines().toList());
    }
    return lines;
  }

  /** Returns facts in two columns, each cut to one line. */
  public static List<String> factsInBrief(List<Fact> facts) {
    int width = Column.of(facts.stream().map(Fact::name)).width();
    int room = Math.max(SHORTEST_VALUE, Prose.WIDTH - width - 4); // 2 of them before the name
    return facts(
        facts.stream().map(fact -> new Fact(fact.name(), brief(fact.value(), room))).toList());
  }

  /** Returns a text on one line, cut at a word where it is longer than the room for it. */
  public static String brief(String value, int room) {
    String line = value.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= room) {
      return line;
    }
    String start = line.substring(0, line.offsetByCodePoints(0, room - 2));
    int space = start.lastIndexOf(' ');
    return start.substring(0, space > room / 2 ? space : start.length()).stripTrailing() + " …";
  }

  private static List<String> misconception(
      @Nullable Misconception misconception, String explained) {
    if (misconception == null) {
      return List.of();
    }
    if (!explained.isEmpty()) {
      return List.of("%s: see %s.".formatted(misconception.title(), explained));
    }
    List<String> lines = new ArrayList<>();
    lines.addAll(Prose.lines("", "", misconception.title() + ". " + misconception.why()));
    lines.add("Read more: " + misconception.chapter().title());
    lines.add("  " + misconception.chapter().url());
    return lines;
  }
}
