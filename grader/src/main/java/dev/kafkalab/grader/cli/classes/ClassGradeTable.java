package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.classrun.Points;
import dev.kafkalab.grader.classrun.Standing;
import dev.kafkalab.grader.classrun.State;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.report.Style;
import java.util.List;
import java.util.Locale;

/** Writes the end of a run for the console: who has no result, and how the others did. */
final class ClassGradeTable {

  private ClassGradeTable() {}

  /** Returns the lines, the last of them a summary. */
  static String of(List<Standing> standings, Style style) {
    StringBuilder out = new StringBuilder();
    for (State state : List.of(State.REFUSED, State.FAILED)) {
      standings.stream()
          .filter(each -> each.state() == state)
          .forEach(each -> out.append(line(each)).append(System.lineSeparator()));
    }
    List<Points> graded =
        standings.stream().filter(each -> each.points() != null).map(Standing::points).toList();
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
    return out.append(System.lineSeparator()).toString();
  }

  private static String line(Standing standing) {
    return "%s %s (%s): %s"
        .formatted(
            standing.state() == State.FAILED ? "!" : "✗",
            DeadText.of(standing.who().name()),
            standing.who().id(),
            standing.problem());
  }

  private static String median(List<Points> graded) {
    List<Integer> scores = graded.stream().map(Points::score).sorted().toList();
    return String.format(
        Locale.ROOT,
        " (median %d of %d points)",
        scores.get(scores.size() / 2),
        graded.get(0).maxScore());
  }

  private static String pending(long count) {
    return count == 0 ? "" : ", " + count + " not graded yet";
  }

  private static long count(List<Standing> standings, State state) {
    return standings.stream().filter(each -> each.state() == state).count();
  }
}
