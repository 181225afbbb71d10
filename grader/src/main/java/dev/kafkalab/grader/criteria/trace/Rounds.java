package dev.kafkalab.grader.criteria.trace;

import dev.kafkalab.grader.feedback.Timeline.Step;
import dev.kafkalab.grader.feedback.Timeline.StepKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes one round of two: a round is a batch that was read, handled to its end, and committed or
 * not.
 */
final class Rounds {

  private final List<Moment> steps;
  private final List<Integer> tail;

  private Rounds(List<Moment> steps, List<Integer> tail) {
    this.steps = steps;
    this.tail = tail;
  }

  /**
   * Folds the last two rounds of a partition into one, where they are complete and alike.
   *
   * @param steps to change
   * @param next the read that ends the last round; it is the last step
   */
  static void fold(List<Moment> steps, Step next) {
    List<Integer> tail = new ArrayList<>();
    for (int i = steps.size() - 2; i >= 0 && tail.size() < 6; i--) {
      int partition = steps.get(i).step().partition();
      if (partition == next.partition() || partition < 0) {
        tail.add(0, i);
      }
    }
    if (!new Rounds(steps, tail).fold(3)) {
      new Rounds(steps, tail).fold(2);
    }
  }

  /** Folds two rounds of this many steps. */
  private boolean fold(int length) {
    int first = tail.size() - 2 * length;
    int second = tail.size() - length;
    if (first < 0
        || !isRound(first, length)
        || !isRound(second, length)
        || !isNext(first, second)) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      int kept = tail.get(first + i);
      steps.set(kept, steps.get(kept).upTo(step(second + i).to()));
    }
    for (int i = length - 1; i >= 0; i--) {
      steps.remove((int) tail.get(second + i));
    }
    return true;
  }

  private boolean isRound(int from, int length) {
    Step read = step(from);
    Step handled = step(from + 1);
    return read.kind() == StepKind.READ
        && handled.kind() == StepKind.HANDLED
        && handled.actor().equals(read.actor())
        && handled.from() == read.from()
        && handled.to() == read.to()
        && handled.wrong() == null
        && (length == 2 || isCommitOf(step(from + 2), handled));
  }

  private static boolean isCommitOf(Step commit, Step handled) {
    return commit.kind() == StepKind.COMMITTED
        && commit.actor().equals(handled.actor())
        && commit.to() == handled.to() + 1
        && commit.wrong() == null;
  }

  private boolean isNext(int first, int second) {
    return step(first).actor().equals(step(second).actor())
        && step(second).from() == step(first).to() + 1;
  }

  private Step step(int index) {
    return steps.get(tail.get(index)).step();
  }
}
