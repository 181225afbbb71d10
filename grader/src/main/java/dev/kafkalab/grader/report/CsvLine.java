package dev.kafkalab.grader.report;

import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a grading as a header line and a line of CSV (RFC 4180): the points of each criterion. */
public final class CsvLine {

  private CsvLine() {}

  public static String of(GradedSubmission graded, Surroundings surroundings) {
    List<String> head =
        new ArrayList<>(
            List.of(
                "submission",
                "score",
                "maxScore",
                "bonus",
                "maxBonus",
                "counts",
                "isolation",
                "seed"));
    List<String> line = new ArrayList<>();
    line.add(graded.submission());
    line.add(String.valueOf(graded.grade().score()));
    line.add(String.valueOf(graded.grade().maxScore()));
    line.add(String.valueOf(graded.grade().bonus()));
    line.add(String.valueOf(graded.grade().maxBonus()));
    line.add(String.valueOf(graded.isFinished() && !graded.grade().isIncomplete()));
    line.add(graded.isolation());
    line.add(String.valueOf(graded.seed()));
    for (CriterionResult result : graded.grade().results()) {
      head.add(result.criterion().id());
      line.add(String.valueOf(result.points()));
    }
    return row(head) + row(line);
  }

  private static String row(List<String> cells) {
    return cells.stream().map(DeadText::ofCell).collect(Collectors.joining(",")) + "\r\n";
  }
}
