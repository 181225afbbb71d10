package dev.kafkalab.grader.judging;

import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.CriterionResult.Seen;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Outcome;
import dev.kafkalab.grader.rubric.Outcome.Blocked;
import dev.kafkalab.grader.rubric.Outcome.Failed;
import dev.kafkalab.grader.rubric.Outcome.Infrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How one try of a criterion ended.
 *
 * @param outcome its outcome
 * @param seen what was seen meanwhile
 * @param again whether it may end otherwise where it is judged once more
 */
public record Ending(Outcome outcome, Seen seen, boolean again) {

  static Ending of(Outcome outcome) {
    return new Ending(outcome, Seen.NOTHING, false);
  }

  /** Ends it by a fault of ours, or the machine's, that may not come again. */
  static Ending ours(Feedback feedback) {
    return oursForGood(feedback).onceMore();
  }

  /** Ends it by a fault that is there to stay. */
  static Ending oursForGood(Feedback feedback) {
    return of(new Infrastructure(feedback));
  }

  Ending onceMore() {
    return new Ending(outcome, seen, true);
  }

  boolean isNotPassed() {
    return outcome instanceof Failed || outcome instanceof Blocked;
  }

  boolean isOurs() {
    return outcome instanceof Infrastructure;
  }

  /** Returns why it is not the last try. */
  Feedback why() {
    return Objects.requireNonNull(outcome.feedback());
  }

  /** Adds what was seen meanwhile. */
  Ending seenOn(Stage stage) {
    List<Fact> observed = new ArrayList<>(stage.observed());
    if (isNotPassed()) {
      observed.addAll(stage.misspelt());
    }
    return new Ending(outcome, new Seen(observed, stage.exhibits(), stage.usage()), again);
  }

  CriterionResult result(CriterionInfo criterion, Duration took, List<Feedback> earlier) {
    return new CriterionResult(criterion, outcome, took, earlier, seen);
  }
}
