package dev.kafkalab.grader.grade;

import dev.kafkalab.grader.feedback.Exhibit;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.KafkaUsage;
import dev.kafkalab.grader.grade.CriterionResult.Seen;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Outcome;
import dev.kafkalab.grader.rubric.Outcome.Blocked;
import dev.kafkalab.grader.rubric.Outcome.Failed;
import dev.kafkalab.grader.rubric.Outcome.Infrastructure;
import dev.kafkalab.grader.rubric.Outcome.NotAttempted;
import dev.kafkalab.grader.rubric.Outcome.Passed;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes results, of any kind, for tests of what reads them. */
public final class Results {

  private static final Feedback NOTHING_TO_SAY = Feedback.of("", "");

  private static final Feedback OURS = Feedback.of("The grader failed.", "");

  private Results() {}

  public static CriterionResult result(
      CriterionInfo criterion, Outcome outcome, Duration duration, Fact... observed) {
    return new CriterionResult(
        criterion,
        outcome,
        duration,
        List.of(),
        new Seen(List.of(observed), List.of(), KafkaUsage.NONE));
  }

  /** The same result, judged that often. */
  public static CriterionResult triedTimes(int tries, CriterionResult result) {
    return new CriterionResult(
        result.criterion(),
        result.outcome(),
        result.duration(),
        Collections.nCopies(tries - 1, OURS),
        result.seen());
  }

  /** The same result, with this to be looked at. */
  public static CriterionResult showing(List<Exhibit> exhibits, CriterionResult result) {
    return new CriterionResult(
        result.criterion(),
        result.outcome(),
        result.duration(),
        result.earlier(),
        new Seen(result.observed(), exhibits, result.usage()));
  }

  public static Outcome outcome(
      OutcomeKind kind, int earned, @Nullable String blocker, @Nullable Feedback said) {
    Feedback feedback = said == null ? NOTHING_TO_SAY : said;
    return switch (kind) {
      case PASSED -> new Passed();
      case FAILED -> new Failed(earned, feedback);
      case NOT_ATTEMPTED -> new NotAttempted(feedback);
      case BLOCKED -> new Blocked(Objects.requireNonNull(blocker), feedback);
      case INFRASTRUCTURE -> new Infrastructure(feedback);
    };
  }
}
