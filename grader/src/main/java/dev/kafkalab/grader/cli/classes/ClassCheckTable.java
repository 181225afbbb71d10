package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.feedback.Ellipsis;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.handin.HandedIn;
import dev.kafkalab.grader.handin.Handin;
import dev.kafkalab.grader.handin.mend.Reading.Refused;
import dev.kafkalab.grader.handin.mend.Remark;
import dev.kafkalab.grader.handin.roster.Person;
import dev.kafkalab.grader.report.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what a class handed in as a table for the console. */
final class ClassCheckTable {

  private static final int WIDEST_NAME = 32;
  private static final int LONGEST_REMARK = 300;
  private static final int NAMED_ASIDE = 10;

  private final HandedIn handedIn;
  private final boolean hasRoster;
  private final Style style;
  private final StringBuilder out = new StringBuilder();
  private final int width;

  private ClassCheckTable(HandedIn handedIn, boolean hasRoster, Style style) {
    this.handedIn = handedIn;
    this.hasRoster = hasRoster;
    this.style = style;
    this.width =
        Stream.concat(
                handedIn.handins().stream().map(Handin::who),
                handedIn.missing().stream().map(Person::shown))
            .mapToInt(name -> Math.min(WIDEST_NAME, name.length()))
            .max()
            .orElse(0);
  }

  /** Returns the lines, the last of them a summary. */
  static String of(HandedIn handedIn, boolean hasRoster, Style style) {
    return new ClassCheckTable(handedIn, hasRoster, style).write();
  }

  private String write() {
    line(
        String.format(
            Locale.ROOT,
            "This is %s: %s.",
            handedIn.shape().phrase(),
            counted(handedIn.handins().size(), "submission")));
    line("");
    handedIn.handins().forEach(this::row);
    missing();
    aside();
    line("");
    line(style.bold(summary()));
    return out.toString();
  }

  private void row(Handin handin) {
    String mark = handin.isGradable() ? (handin.owner().isAsked() ? "?" : "✓") : "✗";
    List<String> parts = new ArrayList<>();
    if (handin.owner().isAsked()) {
      parts.add("whose is it? " + handin.owner().question());
    } else if (hasRoster && handin.owner().people().isEmpty()) {
      parts.add("not on the roster");
    }
    if (handin.arrival().isLate()) {
      parts.add("late");
    }
    if (!handin.arrival().note().isEmpty()) {
      parts.add(handin.arrival().note());
    }
    handin.reading().remarks().stream().map(Remark::phrase).forEach(parts::add);
    String remarks = String.join("; ", parts);
    String name = shown(WIDEST_NAME, handin.who());
    line((mark + " " + padded(name) + "  " + shown(LONGEST_REMARK, remarks)).stripTrailing());
    if (handin.reading() instanceof Refused refused) {
      refused.problems().forEach(this::problem);
    }
  }

  private void problem(Feedback problem) {
    String text = problem.hint().isEmpty() ? "" : " " + problem.hint();
    line("    " + DeadText.of(problem.message()) + DeadText.of(text));
  }

  private void missing() {
    if (handedIn.missing().isEmpty()) {
      return;
    }
    line("");
    line("On the roster, and nothing handed in:");
    for (Person person : handedIn.missing()) {
      String ids =
          List.of(person.id(), person.login(), person.email(), person.group()).stream()
              .filter(text -> !text.isEmpty() && !text.equals(person.shown()))
              .collect(Collectors.joining(", "));
      line(
          ("- " + padded(shown(WIDEST_NAME, person.shown())) + "  " + shown(LONGEST_REMARK, ids))
              .stripTrailing());
    }
  }

  private void aside() {
    if (!handedIn.aside().isEmpty()) {
      String names = handedIn.aside().stream().limit(NAMED_ASIDE).collect(Collectors.joining(", "));
      line("");
      line(
          "Nobody's: "
              + shown(LONGEST_REMARK, names)
              + (handedIn.aside().size() > NAMED_ASIDE ? ", …" : ""));
    }
  }

  private String summary() {
    int all = handedIn.handins().size();
    String summary =
        String.format(
            Locale.ROOT,
            "%d of %s can be graded",
            all - handedIn.refused(),
            counted(all, "submission"));
    if (handedIn.refused() > 0) {
      summary += String.format(Locale.ROOT, ", %d cannot", handedIn.refused());
    }
    if (handedIn.asked() > 0) {
      summary +=
          String.format(Locale.ROOT, "; of %d it is not clear whose they are", handedIn.asked());
    }
    if (hasRoster) {
      summary +=
          String.format(
              Locale.ROOT, "; %d on the roster handed nothing in", handedIn.missing().size());
    }
    return summary + ".";
  }

  private static String counted(int count, String noun) {
    return String.format(Locale.ROOT, "%d %s%s", count, noun, count == 1 ? "" : "s");
  }

  private static String shown(int most, String text) {
    return Ellipsis.after(most, DeadText.of(text).replace('\n', ' '));
  }

  private String padded(String text) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private void line(String text) {
    out.append(DeadText.ofConsole(text)).append(System.lineSeparator());
  }
}
