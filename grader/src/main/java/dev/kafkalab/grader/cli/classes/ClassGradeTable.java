package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.classrun.book.ClassRecord;
import dev.kafkalab.grader.classrun.book.ClassRecord.Canary;
import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.book.Standing;
import dev.kafkalab.grader.classrun.book.State;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.report.Style;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes the end of a run for the console: who has no result, and how the others did. */
final class ClassGradeTable {

  private ClassGradeTable() {}

  /** Returns the lines, the last of them a summary. */
  static String of(ClassRecord record, Style style) {
    List<Standing> standings = record.students();
    StringBuilder out = new StringBuilder();
    for (State state : List.of(State.REFUSED, State.FAILED)) {
      standings.stream()
          .filter(each -> each.state() == state)
          .forEach(each -> out.append(line(each)).append(System.lineSeparator()));
    }
    record.canaries().stream()
        .filter(each -> !each.right())
        .forEach(each -> out.append(line(each)).append(System.lineSeparator()));
    List<GradeReport> graded =
        standings.stream().map(Standing::report).filter(Objects::nonNull).toList();
    out.append(System.lineSeparator());
    out.append(
        style.bold(
            String.format(
                Locale.ROOT,
                "%d graded%s, %d cannot be graded, %d handed nothing in, %d failed by the grader%s",
                graded.size(),
                graded.isEmpty() ? "" : median(graded),
                count(standings, State.REFUSED),
                count(standings, State.MISSING),
                count(standings, State.FAILED),
                pending(count(standings, State.PENDING)))));
    return out.append(System.lineSeparator()).append(canaries(record.canaries())).toString();
  }

  /** Returns why somebody has no result. */
  static String line(Standing standing) {
    return "%s %s (%s): %s"
        .formatted(
            standing.state() == State.FAILED ? "!" : "✗",
            DeadText.of(standing.who().name()),
            standing.who().id(),
            standing.problem());
  }

  /** Returns what was judged wrongly. */
  static String line(Canary canary) {
    return "! The known submission %s was judged wrongly: %s"
        .formatted(canary.id(), canary.problem());
  }

  private static String median(List<GradeReport> graded) {
    List<Integer> scores = graded.stream().map(GradeReport::score).sorted().toList();
    return String.format(
        Locale.ROOT,
        " (median %d of %d points)",
        scores.get(scores.size() / 2),
        graded.get(0).maxScore());
  }

  private static String pending(long count) {
    return count == 0 ? "" : ", " + count + " not graded yet";
  }

  /** Returns how known submissions were judged, as a line; an empty text where there were none. */
  static String canaries(List<Canary> all) {
    if (all.isEmpty()) {
      return "";
    }
    long wrong = all.stream().filter(each -> !each.right()).count();
    String text =
        wrong > 0
            ? String.format(
                Locale.ROOT,
                "Of %d known submissions among them %d were judged wrongly: do not release these points.",
                all.size(),
                wrong)
            : all.size() == 1
                ? "The known submission among them was judged rightly."
                : String.format(
                    Locale.ROOT,
                    "All %d known submissions among them were judged rightly.",
                    all.size());
    return text + System.lineSeparator();
  }

  private static long count(List<Standing> standings, State state) {
    return standings.stream().filter(each -> each.state() == state).count();
  }
}
