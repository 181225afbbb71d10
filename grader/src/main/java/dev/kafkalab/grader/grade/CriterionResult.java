package dev.kafkalab.grader.grade;

import dev.kafkalab.grader.feedback.Exhibit;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.KafkaUsage;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Outcome;
import dev.kafkalab.grader.rubric.Outcome.Blocked;
import dev.kafkalab.grader.rubric.Outcome.Failed;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one criterion found.
 *
 * @param criterion which
 * @param outcome how it ended
 * @param duration how long it took
 * @param earlier why it was judged again, once for each try before the last: ours or the machine's
 * @param seen what is worth telling however it ended
 */
public record CriterionResult(
    CriterionInfo criterion,
    Outcome outcome,
    Duration duration,
    List<Feedback> earlier,
    Seen seen) {

  /**
   * What was seen while a criterion was judged.
   *
   * @param facts what there is to be told
   * @param exhibits what there is to be looked at
   * @param usage how the student's code used Kafka meanwhile
   */
  public record Seen(List<Fact> facts, List<Exhibit> exhibits, KafkaUsage usage) {

    /** Nothing was seen. */
    public static final Seen NOTHING = new Seen(List.of(), List.of(), KafkaUsage.NONE);

    /** Copies the lists, so that a result never changes. */
    public Seen {
      facts = List.copyOf(facts);
      exhibits = List.copyOf(exhibits);
    }
  }

  /**
   * Checks that the points fit the outcome.
   *
   * @throws IllegalArgumentException where what failed earned all points
   */
  public CriterionResult {
    int unused = outcome.pointsOf(criterion.points());
    earlier = List.copyOf(earlier);
  }

  /** Returns the kind of outcome. */
  public OutcomeKind kind() {
    return outcome.kind();
  }

  /** Returns what it earned, from 0 to the criterion's points. */
  public int points() {
    return outcome.pointsOf(criterion.points());
  }

  /** Returns the criterion to mend first, where this one is BLOCKED. */
  public @Nullable String blocker() {
    return outcome.blocker();
  }

  /** Returns what to tell the student; null where it passed. */
  public @Nullable Feedback feedback() {
    return outcome.feedback();
  }

  /** Returns how often it was judged, from 1. */
  public int tries() {
    return earlier.size() + 1;
  }

  /** Returns what is worth telling however it ended. */
  public List<Fact> observed() {
    return seen.facts();
  }

  /** Returns what there is to be looked at. */
  public List<Exhibit> exhibits() {
    return seen.exhibits();
  }

  /** Returns how the student's code used Kafka meanwhile. */
  public KafkaUsage usage() {
    return seen.usage();
  }

  /** Returns whether its points are bonus points. */
  public boolean isBonus() {
    return criterion.task().isBonus();
  }

  /** Returns the same result with other feedback, if it has any. */
  public CriterionResult telling(UnaryOperator<Feedback> change) {
    return new CriterionResult(criterion, outcome.telling(change), duration, earlier, seen);
  }

  /** Returns the same result, where what blocked it did not, as a failure of its own. */
  CriterionResult asFailure() {
    return outcome instanceof Blocked blocked
        ? new CriterionResult(criterion, new Failed(0, blocked.feedback()), duration, earlier, seen)
        : this;
  }
}
