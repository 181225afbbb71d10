package dev.kafkalab.grader.compare;

import dev.kafkalab.grader.feedback.Exhibit.Story;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.KafkaUsage;
import dev.kafkalab.grader.feedback.KafkaUsage.Call;
import dev.kafkalab.grader.feedback.KafkaUsage.Client;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Timeline;
import dev.kafkalab.grader.feedback.Timeline.Step;
import dev.kafkalab.grader.feedback.Timeline.StepKind;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.CriterionResult.Seen;
import dev.kafkalab.grader.grade.Grade;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.grade.Results;
import dev.kafkalab.grader.grade.UsedBroker;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.rubric.Task;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two graded solutions: one leaves auto-commit on, the other commits by hand. */
public final class Solutions {

  private static final CriterionInfo COMMITS =
      new CriterionInfo("consumer.manual-commit", Task.CONSUMER, 10, "commits come after the work");

  private static final CriterionInfo ACKS =
      new CriterionInfo("producer.acks", Task.PRODUCER, 4, "all replicas have it");

  private Solutions() {}

  /** Returns the two beside each other; what a student wrote carries this text. */
  public static Comparison comparison(String theirs) {
    return Comparison.of(
        graded(
            theirs,
            result(ACKS, OutcomeKind.PASSED, null, producer("5")),
            result(
                COMMITS,
                OutcomeKind.FAILED,
                Feedback.of("4 was committed early" + theirs, "Swap them.")
                    .at(new Location(theirs + ".java", 9))
                    .with(
                        new Timeline(
                            List.of(
                                step(StepKind.HANDLED, 0, 3, null),
                                step(StepKind.COMMITTED, 9, 9, "4 was not handled yet" + theirs)))),
                consuming(
                    "true" + theirs,
                    List.of(new Call("consumer", "poll", List.of(new Location("A.java", 5)))),
                    1,
                    step(StepKind.HANDLED, 0, 3, null),
                    step(StepKind.COMMITTED, 9, 9, null)))),
        graded(
            "reference-solution",
            result(ACKS, OutcomeKind.PASSED, null, producer("0")),
            result(
                COMMITS,
                OutcomeKind.PASSED,
                null,
                consuming(
                    "false",
                    List.of(
                        new Call("consumer", "commitSync", List.of(new Location("B.java", 7))),
                        new Call("consumer", "poll", List.of(new Location("B.java", 6)))),
                    8,
                    step(StepKind.HANDLED, 0, 4, null),
                    step(StepKind.COMMITTED, 5, 5, null),
                    step(StepKind.STOPPED, -1, -1, null)))));
  }

  static CriterionResult result(KafkaUsage usage, @Nullable Feedback feedback) {
    return result(
        COMMITS, feedback == null ? OutcomeKind.PASSED : OutcomeKind.FAILED, feedback, usage);
  }

  private static CriterionResult result(
      CriterionInfo criterion, OutcomeKind outcome, @Nullable Feedback feedback, KafkaUsage usage) {
    return new CriterionResult(
        criterion,
        Results.outcome(outcome, 0, null, feedback),
        Duration.ofSeconds(1),
        List.of(),
        new Seen(List.of(), List.of(), usage));
  }

  private static GradedSubmission graded(String name, CriterionResult... results) {
    return new GradedSubmission(
        name,
        new Grade(List.of(results)),
        List.of(),
        new UsedBroker("embedded", "4.4.0", ""),
        7,
        Duration.ofSeconds(2),
        Map.of());
  }

  private static KafkaUsage producer(String linger) {
    return new KafkaUsage(
        List.of(new Client("producer", Map.of("acks", "-1", "linger.ms", linger))),
        List.of(),
        0,
        0,
        List.of());
  }

  private static KafkaUsage consuming(
      String autoCommit, List<Call> calls, int commits, Step... steps) {
    return new KafkaUsage(
        List.of(new Client("consumer", Map.of("enable.auto.commit", autoCommit))),
        calls,
        10,
        commits,
        List.of(new Story(1, new Timeline(List.of(steps)))));
  }

  static Step step(StepKind kind, long from, long to, @Nullable String wrong) {
    return new Step("", kind, from < 0 ? -1 : 1, from, to, null, wrong);
  }
}
