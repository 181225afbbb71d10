package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.feedback.Conduct;
import dev.kafkalab.grader.feedback.Exhibit;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Outcome;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a criterion ended, before its time is known.
 *
 * @param again whether it may end otherwise where it is judged once more
 */
record Ending(
    Outcome outcome,
    int points,
    @Nullable String blocker,
    @Nullable Feedback feedback,
    List<Fact> observed,
    List<Exhibit> exhibits,
    Conduct conduct,
    boolean again) {

  static Ending passed(int points) {
    return new Ending(
        Outcome.PASSED, points, null, null, List.of(), List.of(), Conduct.NONE, false);
  }

  static Ending of(Outcome outcome, int points, Feedback feedback) {
    return new Ending(outcome, points, null, feedback, List.of(), List.of(), Conduct.NONE, false);
  }

  static Ending blocked(String blocker, Feedback feedback) {
    return new Ending(
        Outcome.BLOCKED, 0, blocker, feedback, List.of(), List.of(), Conduct.NONE, false);
  }

  /** Ends it by a fault of ours, or the machine's, that may not come again. */
  static Ending ours(Feedback feedback) {
    return of(Outcome.INFRASTRUCTURE, 0, feedback).onceMore();
  }

  /** Ends it by a fault that is there to stay. */
  static Ending oursForGood(Feedback feedback) {
    return of(Outcome.INFRASTRUCTURE, 0, feedback);
  }

  Ending onceMore() {
    return new Ending(outcome, points, blocker, feedback, observed, exhibits, conduct, true);
  }

  boolean isNotPassed() {
    return outcome == Outcome.FAILED || outcome == Outcome.BLOCKED;
  }

  /** Adds what was seen meanwhile. */
  Ending seenOn(Stage stage) {
    return new Ending(
        outcome,
        points,
        blocker,
        feedback,
        stage.observed(),
        stage.exhibits(),
        stage.conduct(),
        again);
  }

  CriterionResult result(CriterionInfo criterion, Duration took, int tries) {
    return new CriterionResult(
        criterion, outcome, points, blocker, feedback, took, observed, tries, exhibits, conduct);
  }
}
