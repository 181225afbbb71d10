package dev.kafkalab.grader.grade;

import dev.kafkalab.grader.feedback.Conduct;
import dev.kafkalab.grader.feedback.Exhibit;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one criterion found.
 *
 * @param criterion which
 * @param outcome how it ended
 * @param points what it earned, from 0 to the criterion's points
 * @param blocker the criterion to mend first, where this one is BLOCKED
 * @param feedback what to tell the student; null where it passed
 * @param duration how long it took
 * @param observed what is worth telling however it ended
 * @param tries how often it was judged, from 1: more than once only where the grader had failed
 * @param exhibits what there is to be looked at
 * @param conduct how the student's code used Kafka meanwhile
 */
public record CriterionResult(
    CriterionInfo criterion,
    Outcome outcome,
    int points,
    @Nullable String blocker,
    @Nullable Feedback feedback,
    Duration duration,
    List<Fact> observed,
    int tries,
    List<Exhibit> exhibits,
    Conduct conduct) {

  /** Checks that the points fit the outcome. */
  public CriterionResult {
    observed = List.copyOf(observed);
    exhibits = List.copyOf(exhibits);
    boolean fits =
        switch (outcome) {
          case PASSED -> points == criterion.points();
          case FAILED -> points >= 0 && points < criterion.points();
          case NOT_ATTEMPTED, BLOCKED, INFRASTRUCTURE -> points == 0;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d of %d points do not fit %s", points, criterion.points(), outcome));
    }
  }

  /** Makes a result of which nothing is known but what it says. */
  public CriterionResult(
      CriterionInfo criterion,
      Outcome outcome,
      int points,
      @Nullable String blocker,
      @Nullable Feedback feedback,
      Duration duration,
      List<Fact> observed,
      int tries,
      List<Exhibit> exhibits) {
    this(
        criterion,
        outcome,
        points,
        blocker,
        feedback,
        duration,
        observed,
        tries,
        exhibits,
        Conduct.NONE);
  }

  /** Makes a result of the first try. */
  public CriterionResult(
      CriterionInfo criterion,
      Outcome outcome,
      int points,
      @Nullable String blocker,
      @Nullable Feedback feedback,
      Duration duration,
      List<Fact> observed) {
    this(
        criterion,
        outcome,
        points,
        blocker,
        feedback,
        duration,
        observed,
        1,
        List.of(),
        Conduct.NONE);
  }

  /** Makes a result of the first try, without observations. */
  public CriterionResult(
      CriterionInfo criterion,
      Outcome outcome,
      int points,
      @Nullable String blocker,
      @Nullable Feedback feedback,
      Duration duration) {
    this(criterion, outcome, points, blocker, feedback, duration, List.of());
  }

  /** Returns whether its points come on top of those that the lab asks for. */
  public boolean isBonus() {
    return criterion.task().isBonus();
  }

  /** Returns the same result as a failure of its own. */
  CriterionResult asFailure() {
    return new CriterionResult(
        criterion, Outcome.FAILED, 0, null, feedback, duration, observed, tries, exhibits, conduct);
  }
}
