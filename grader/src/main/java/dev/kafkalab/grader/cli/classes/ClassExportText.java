package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.classrun.book.ClassBook;
import dev.kafkalab.grader.classrun.book.PointsByHand;
import dev.kafkalab.grader.classrun.book.State;
import dev.kafkalab.grader.classrun.export.fill.Account;
import dev.kafkalab.grader.classrun.export.fill.Fate;
import dev.kafkalab.grader.classrun.export.fill.Filled;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.feedback.Ellipsis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes for the console what became of each row of a sheet. */
final class ClassExportText {

  private static final int LONGEST_NAME = 32;
  private static final int LONGEST_REMARK = 160;

  private final StringBuilder out = new StringBuilder();
  private final int width;

  private ClassExportText(Filled filled) {
    width =
        Stream.concat(filled.rows().stream(), filled.absent().stream())
            .mapToInt(each -> shown(LONGEST_NAME, each.who()).length())
            .max()
            .orElse(0);
  }

  /** Returns a line for each row and each student who is in none, and a summary at the end. */
  static String of(Filled filled) {
    ClassExportText text = new ClassExportText(filled);
    filled.rows().forEach(text::add);
    if (!filled.absent().isEmpty()) {
      text.line("");
      text.line("In the run, but not in the sheet:");
      filled.absent().forEach(text::add);
    }
    text.line("");
    filled.remarks().forEach(text::line);
    text.line(summary(filled));
    return text.out.toString();
  }

  /**
   * Returns what is left to decide about the run, whatever it is exported to: who has no result,
   * whose a submission is, and what was given to nobody.
   */
  static List<String> ofRun(ClassBook book) {
    List<String> lines = new ArrayList<>();
    for (ClassBook.Row row : book.rows()) {
      String who = row.who().name() + " (" + row.who().id() + ")";
      State state = row.standing().state();
      if (!row.who().question().isEmpty()) {
        lines.add("Whose submission is it? %s: %s.".formatted(who, row.who().question()));
      } else if (row.mark().total() == null && state == State.FAILED) {
        lines.add(
            "The grader failed for %s: grade again before you release points.".formatted(who));
      } else if (row.mark().total() == null && state == State.PENDING) {
        lines.add("%s is not graded yet: go on before you release points.".formatted(who));
      }
    }
    for (PointsByHand each : book.forNobody()) {
      lines.add(
          "%s gives points to '%s', but nobody has this id."
              .formatted(ClassBook.BY_HAND, each.id()));
    }
    return lines;
  }

  /** Returns which known submissions were judged wrongly. */
  static List<String> ofCanaries(ClassBook book) {
    return book.canaries().stream()
        .filter(each -> !each.right())
        .map(
            each ->
                "The known submission %s was judged wrongly: %s"
                    .formatted(each.id(), each.problem()))
        .toList();
  }

  private void add(Account account) {
    String who = shown(LONGEST_NAME, account.who());
    String what = account.points() + phrase(account.fate());
    String remark =
        account.points().isEmpty() ? ": " + account.remark() : " (" + account.remark() + ")";
    line(
        sign(account.fate())
            + " "
            + who
            + " ".repeat(width - who.length() + 2)
            + shown(LONGEST_REMARK, account.remark().isEmpty() ? what : what + remark));
  }

  private static String sign(Fate fate) {
    return switch (fate) {
      case FILLED -> "✓";
      case CAPPED, FAILED, PENDING, ABSENT -> "!";
      case QUESTION -> "?";
      case REFUSED -> "✗";
      case HELD, MISSING, STRANGER -> "-";
    };
  }

  private static String phrase(Fate fate) {
    return switch (fate) {
      case FILLED, CAPPED, ABSENT -> "";
      case HELD -> "left as it is";
      case MISSING -> "no submission";
      case REFUSED -> "cannot be graded";
      case FAILED -> "the grader failed";
      case PENDING -> "not graded yet";
      case STRANGER -> "not in the run";
      case QUESTION -> "to decide";
    };
  }

  private static String summary(Filled filled) {
    return String.format(
        Locale.ROOT,
        "Rows filled in: %d of %d%s%s%s.",
        filled.count(Fate.FILLED) + filled.count(Fate.CAPPED),
        filled.rows().size(),
        counted(filled.count(Fate.CAPPED), "above the maximum"),
        counted(filled.count(Fate.QUESTION), "to decide"),
        counted(
            filled.absent().stream().filter(each -> each.fate() == Fate.ABSENT).count(),
            "with points, but not in the sheet"));
  }

  private static String counted(long count, String what) {
    return count == 0 ? "" : String.format(Locale.ROOT, ", %d %s", count, what);
  }

  private static String shown(int most, String text) {
    return Ellipsis.after(most, dead(text));
  }

  private void line(String text) {
    out.append(dead(text)).append(System.lineSeparator());
  }

  /** Returns a line as the console may show it. */
  static String dead(String line) {
    return DeadText.ofConsole(DeadText.of(line).replace('\n', ' '));
  }
}
