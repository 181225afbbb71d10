package dev.kafkalab.grader.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.kafkalab.grader.feedback.Exhibit.Story;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Timeline.Step;
import dev.kafkalab.grader.grade.CriterionResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one partition in two solutions, side by side.
 *
 * @param partition which; -1 if there is nothing to show
 * @param rows oldest first
 */
public record Timelines(int partition, List<Row> rows) {

  private static final Timelines NONE = new Timelines(-1, List.of());

  /** Copies the rows, so that it never changes. */
  public Timelines {
    rows = List.copyOf(rows);
  }

  /**
   * What happened at one time: a step of the same kind in both, or one in one of them.
   *
   * @param submission null if nothing happened there
   * @param reference null if nothing happened there
   */
  public record Row(@Nullable Step submission, @Nullable Step reference) {

    /** Returns whether both took a step of this kind. */
    public boolean isShared() {
      return submission != null && reference != null;
    }
  }

  /**
   * Aligns the timeline of the submission's feedback with what happened in the reference. Without
   * such feedback, it takes the first partition with a difference.
   */
  static Timelines of(CriterionResult submission, CriterionResult reference) {
    List<Story> stories = submission.usage().stories();
    List<Story> others = reference.usage().stories();
    List<Step> told = told(submission.feedback());
    if (!told.isEmpty()) {
      int partition = partitionOf(told);
      int index = mostLike(told, partition, stories);
      return beside(
          partition,
          told,
          index >= 0 && index < others.size() ? others.get(index).timeline().steps() : List.of());
    }
    return IntStream.range(0, Math.min(stories.size(), others.size()))
        .mapToObj(
            i ->
                beside(
                    stories.get(i).partition(),
                    stories.get(i).timeline().steps(),
                    others.get(i).timeline().steps()))
        .filter(timelines -> !timelines.rows.stream().allMatch(Row::isShared))
        .findFirst()
        .orElse(NONE);
  }

  private static List<Step> told(@Nullable Feedback feedback) {
    return feedback == null ? List.of() : feedback.timeline().steps();
  }

  /** Returns the partition of the marked step, otherwise the first one that a step names. */
  private static int partitionOf(List<Step> steps) {
    return steps.stream()
        .filter(step -> step.partition() >= 0)
        .min(Comparator.comparing(step -> step.wrong() == null))
        .map(Step::partition)
        .orElse(-1);
  }

  /** Returns the story of the same topic and partition: the one with the most equal steps. */
  private static int mostLike(List<Step> told, int partition, List<Story> stories) {
    return IntStream.range(0, stories.size())
        .filter(i -> stories.get(i).partition() == partition)
        .boxed()
        .max(Comparator.comparingLong(i -> shared(told, stories.get(i).timeline().steps())))
        .orElse(-1);
  }

  private static long shared(List<Step> told, List<Step> steps) {
    return told.stream().filter(one -> steps.stream().anyMatch(step -> isSame(one, step))).count();
  }

  private static Timelines beside(int partition, List<Step> submission, List<Step> reference) {
    List<Step> ours = about(partition, submission);
    List<Step> theirs = about(partition, reference);
    List<Row> rows = new ArrayList<>();
    int left = 0;
    int right = 0;
    for (AbstractDelta<Step> delta : DiffUtils.diff(ours, theirs, Timelines::isAlike).getDeltas()) {
      int shared = delta.getSource().getPosition() - left;
      for (int i = 0; i < shared; i++) {
        rows.add(new Row(ours.get(left++), theirs.get(right++)));
      }
      for (Step step : delta.getSource().getLines()) {
        rows.add(new Row(step, null));
        left++;
      }
      for (Step step : delta.getTarget().getLines()) {
        rows.add(new Row(null, step));
        right++;
      }
    }
    while (left < ours.size()) {
      rows.add(new Row(ours.get(left++), theirs.get(right++)));
    }
    return new Timelines(partition, rows);
  }

  /** A step without a partition concerns all of them: a kill, or a call of stop(). */
  private static List<Step> about(int partition, List<Step> steps) {
    return steps.stream()
        .filter(step -> step.partition() < 0 || step.partition() == partition)
        .toList();
  }

  private static boolean isSame(Step one, Step other) {
    return isAlike(one, other) && one.from() == other.from() && one.to() == other.to();
  }

  /** Which offsets were in a batch is chance, and which member took a step differs by solution. */
  private static boolean isAlike(Step one, Step other) {
    return one.kind() == other.kind() && one.partition() == other.partition();
  }
}
