package dev.kafkalab.grader.selfcheck;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.Grade;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.grade.Results;
import dev.kafkalab.grader.grade.UsedBroker;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.rubric.Task;
import dev.kafkalab.grader.zoo.Expectation;
import dev.kafkalab.grader.zoo.KnownSubmission;
import dev.kafkalab.grader.zoo.Proof;
import dev.kafkalab.grader.zoo.SeenBy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes trials whose gradings are made up. */
final class Trials {

  private Trials() {}

  static KnownSubmission known(Proof kind, String id, Map<String, Expectation> expected) {
    return new KnownSubmission(
        kind, id, "about " + id, List.of(), Set.of(SeenBy.ALL), expected, List.of(), Set.of());
  }

  /** Names what its failures must say, and one misconception. */
  static KnownSubmission saying(String words, Misconception misconception) {
    return new KnownSubmission(
        Proof.BAD,
        "talker",
        "about talker",
        List.of(),
        Set.of(SeenBy.ALL),
        Map.of("producer.acks", new Expectation(OutcomeKind.FAILED, null)),
        List.of(words),
        Set.of(misconception.id()));
  }

  static CriterionResult result(String id, OutcomeKind outcome, int points, String message) {
    return Results.result(
        new CriterionInfo(id, Task.PRODUCER, 4, "it holds"),
        Results.outcome(outcome, points, "topic.created", Feedback.of(message, "do better")),
        Duration.ZERO);
  }

  static Checked checked(KnownSubmission submission, CriterionResult... results) {
    GradedSubmission graded =
        new GradedSubmission(
            submission.id(),
            new Grade(List.of(results)),
            List.of(),
            new UsedBroker("embedded", "4.1.0", ""),
            7,
            Duration.ofSeconds(3),
            Map.of());
    return Checked.of(new Trial(submission, Set.of(), 7), graded);
  }

  static Certificate certificate(Checked... checked) {
    return certificate(Plan.Extent.SELFCHECK, checked);
  }

  static Certificate certificate(Plan.Extent kind, Checked... checked) {
    return new Certificate(
        kind,
        List.of(checked),
        List.of("producer.delivers", "producer.acks"),
        42,
        Duration.ofSeconds(61),
        new Circumstances(
            LocalDate.of(2026, 11, 25),
            2,
            24,
            "17.0.1",
            "Linux on amd64",
            "0123abc",
            4,
            kind.command() + " --at-once 3 --seed 42"));
  }
}
