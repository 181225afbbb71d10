package dev.kafkalab.grader.report;

import dev.kafkalab.grader.compare.Timelines.Row;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.feedback.Timeline.Step;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Describes what two solutions did, step by step. */
public final class SideBySide {

  private static final int MOST = 40;
  private static final int BEFORE = 25;

  private SideBySide() {}

  /** Returns the rows around the wrong step, or around the first difference. */
  public static List<Row> part(List<Row> rows) {
    int wrong = first(rows, true);
    int middle = wrong >= 0 ? wrong : Math.max(0, first(rows, false));
    int from = Math.max(0, middle - BEFORE);
    return rows.subList(from, Math.min(rows.size(), from + MOST));
  }

  private static int first(List<Row> rows, boolean marked) {
    return IntStream.range(0, rows.size())
        .filter(
            i -> {
              Step step = rows.get(i).submission();
              return marked ? step != null && step.wrong() != null : !rows.get(i).isShared();
            })
        .findFirst()
        .orElse(-1);
  }

  /** Returns a step with its line, such as {@code committed 12 EventLoop.java:88}. */
  public static String text(@Nullable Step step) {
    if (step == null) {
      return "";
    }
    return DeadText.of(what(step) + (step.location() == null ? "" : "  " + step.location()));
  }

  private static String what(Step step) {
    String actor = step.actor().isEmpty() ? "" : step.actor() + ": ";
    if (step.from() < 0) {
      return actor + step.kind().word();
    }
    return actor + step.kind().word() + " " + Words.offsets(step);
  }
}
