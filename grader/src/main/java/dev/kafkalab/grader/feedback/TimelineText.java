package dev.kafkalab.grader.feedback;

import dev.kafkalab.grader.feedback.Timeline.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Formats a timeline as plain text: a table for each partition, or one for all if it matters who
 * took a step. There is a mark below each wrong step.
 */
final class TimelineText {

  /** A longer timeline shows only the partitions with a wrong step. */
  private static final int SHORT = 25;

  private final List<Step> steps;

  private TimelineText(List<Step> steps) {
    this.steps = steps;
  }

  /** Returns the lines, without indentation; none for an empty timeline. */
  static List<String> lines(Timeline timeline) {
    return new TimelineText(timeline.steps()).lines();
  }

  private List<String> lines() {
    List<Integer> partitions =
        steps.stream().map(Step::partition).filter(each -> each >= 0).distinct().sorted().toList();
    if (partitions.isEmpty() || isAboutMembers()) {
      return StepTable.lines(
          "", steps, List.of(Step::actor, StepTable.WORD, TimelineText::partition), SHORT);
    }
    List<String> lines = new ArrayList<>();
    List<Integer> shown = partitions.stream().filter(this::isShown).toList();
    for (int partition : partitions) {
      if (shown.contains(partition)) {
        lines.add("partition " + partition);
        lines.addAll(table(partition, shown.size()));
      } else {
        lines.add(String.format(Locale.ROOT, "partition %d: nothing wrong", partition));
      }
    }
    return lines;
  }

  private List<String> table(int partition, int tables) {
    return StepTable.lines(
        "  ", about(partition), List.of(StepTable.WORD), Math.max(SHORT / tables, 8));
  }

  /** A step without a partition concerns all of them: a kill, or a call of stop(). */
  private List<Step> about(int partition) {
    return steps.stream()
        .filter(step -> step.partition() == partition || step.partition() < 0)
        .toList();
  }

  private boolean isAboutMembers() {
    return steps.stream()
        .anyMatch(
            step -> !step.actor().isEmpty() || (step.partition() < 0 && step.wrong() != null));
  }

  private boolean isShown(int partition) {
    return steps.size() <= SHORT
        || steps.stream().noneMatch(step -> step.wrong() != null)
        || about(partition).stream().anyMatch(step -> step.wrong() != null);
  }

  private static String partition(Step step) {
    return step.partition() < 0 ? "" : "partition " + step.partition();
  }
}
