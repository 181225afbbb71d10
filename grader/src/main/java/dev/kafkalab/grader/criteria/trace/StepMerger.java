package dev.kafkalab.grader.criteria.trace;

import dev.kafkalab.grader.feedback.Timeline.Step;
import dev.kafkalab.grader.feedback.Timeline.StepKind;
import java.util.ArrayList;
import java.util.List;

/** Merges steps: consecutive ones in a partition become a range. */
final class StepMerger {

  private final List<Moment> merged = new ArrayList<>();

  /**
   * Returns the merged steps.
   *
   * @param moments in the order of time
   */
  static List<Step> merge(List<Moment> moments) {
    StepMerger merger = new StepMerger();
    moments.forEach(merger::add);
    return merger.merged.stream().map(Moment::step).toList();
  }

  private void add(Moment moment) {
    dropHold(moment.step());
    if (isNoNews(moment.step())) {
      return;
    }
    int last = last(moment.step(), merged.size());
    if (last >= 0 && continues(merged.get(last).step(), moment.step())) {
      merged.set(last, merged.get(last).upTo(moment.step().to()));
    } else {
      merged.add(moment);
      if (moment.step().kind() == StepKind.READ) {
        Rounds.fold(merged, moment.step());
      }
      foldCommitOfEach(moment.step());
    }
  }

  /** A held call is irrelevant if nothing happened until it was released. */
  private void dropHold(Step step) {
    int last = last(step, merged.size());
    if ((step.kind() == StepKind.HANDLED || step.kind() == StepKind.REFUSED) && last >= 0) {
      Step before = merged.get(last).step();
      if (before.kind() == StepKind.HELD && isSame(before, step) && before.from() == step.from()) {
        merged.remove(last);
      }
    }
  }

  /** A consumer that commits all its partitions repeats those where nothing was handled. */
  private boolean isNoNews(Step step) {
    int last = last(step, merged.size());
    if (step.kind() == StepKind.READ && last >= 0 && step.equals(merged.get(last).step())) {
      return true; // a stuck consumer reads the same again and again
    }
    if (step.kind() != StepKind.COMMITTED || step.wrong() != null) {
      return false;
    }
    for (int i = merged.size() - 1; i >= 0; i--) {
      Step before = merged.get(i).step();
      if (before.kind() == StepKind.COMMITTED && isSame(before, step)) {
        return before.to() == step.to();
      }
    }
    return false;
  }

  /** If each event is committed, the events and their commits become one range each. */
  private void foldCommitOfEach(Step commit) {
    int handled = last(commit, merged.size() - 1);
    int earlierCommit = handled < 0 ? -1 : last(commit, handled);
    int earlier = earlierCommit < 0 ? -1 : last(commit, earlierCommit);
    if (earlier < 0 || commit.wrong() != null) {
      return;
    }
    Step event = merged.get(handled).step();
    if (event.from() == event.to()
        && follows(merged.get(handled), merged.get(merged.size() - 1))
        && follows(merged.get(earlier), merged.get(earlierCommit))
        && continues(merged.get(earlier).step(), event)
        && merged.get(earlierCommit).step().wrong() == null) {
      merged.set(earlier, merged.get(earlier).upTo(event.to()));
      merged.set(earlierCommit, merged.get(earlierCommit).upTo(commit.to()));
      merged.remove(merged.size() - 1);
      merged.remove(handled);
    }
  }

  /** Returns whether a commit is that of just what was handled. */
  private static boolean follows(Moment handled, Moment commit) {
    return handled.step().kind() == StepKind.HANDLED
        && commit.step().kind() == StepKind.COMMITTED
        && isSame(handled.step(), commit.step())
        && commit.step().to() == handled.step().to() + 1;
  }

  private static boolean continues(Step before, Step next) {
    return before.kind() == next.kind()
        && (next.kind() == StepKind.HANDLED || next.kind() == StepKind.READ)
        && isSame(before, next)
        && next.from() == before.to() + 1
        && next.wrong() == null;
  }

  private static boolean isSame(Step one, Step other) {
    return one.actor().equals(other.actor()) && one.partition() == other.partition();
  }

  /** Returns the last step, of those before an index, that is about this partition or about all. */
  private int last(Step step, int before) {
    for (int i = before - 1; i >= 0; i--) {
      int partition = merged.get(i).step().partition();
      if (partition == step.partition() || partition < 0) {
        return i;
      }
    }
    return -1;
  }
}
