package dev.kafkalab.grader.selfcheck;

import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.zoo.KnownSubmission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A known submission that was graded.
 *
 * @param submission what was known of it
 * @param graded how it was graded
 * @param judgements each criterion that it was judged by
 */
public record Checked(
    KnownSubmission submission, GradedSubmission graded, List<Judgement> judgements) {

  /** Copies the judgements, so that they never change. */
  public Checked {
    judgements = List.copyOf(judgements);
  }

  /** Compares a grading of a trial with what was known of it. */
  public static Checked of(Trial trial, GradedSubmission graded) {
    KnownSubmission submission = trial.submission();
    Set<String> criteria = trial.criteria();
    List<Judgement> judgements =
        graded.grade().results().stream()
            .filter(result -> criteria.isEmpty() || criteria.contains(result.criterion().id()))
            .map(result -> new Judgement(submission.of(result.criterion().id()), result))
            .toList();
    return new Checked(submission, graded, judgements);
  }

  /** Returns the judgements that are not right. */
  public List<Judgement> wrong() {
    return judgements.stream().filter(each -> each.verdict() != Verdict.RIGHT).toList();
  }

  /** Returns what the feedback should have said but did not, one sentence each. */
  public List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    String said = said();
    submission.says().stream()
        .filter(part -> !said.contains(part))
        .forEach(part -> complaints.add("no failure message contains: " + part));
    Set<String> named = misconceptions();
    if (!submission.misconceptions().isEmpty() && !named.equals(submission.misconceptions())) {
      complaints.add(
          "the misconceptions should be %s but are %s"
              .formatted(new TreeSet<>(submission.misconceptions()), named));
    }
    return complaints;
  }

  /** Returns whether everything is as expected. */
  public boolean isRight() {
    return wrong().isEmpty() && complaints().isEmpty();
  }

  private Stream<Feedback> failures() {
    return judgements.stream()
        .map(Judgement::result)
        .filter(result -> result.kind() == OutcomeKind.FAILED)
        .map(CriterionResult::feedback)
        .flatMap(Stream::ofNullable);
  }

  private Set<String> misconceptions() {
    Set<String> ids = new TreeSet<>();
    failures()
        .map(Feedback::misconception)
        .flatMap(Stream::ofNullable)
        .map(Misconception::id)
        .forEach(ids::add);
    return ids;
  }

  private String said() {
    StringBuilder said = new StringBuilder();
    failures()
        .forEach(
            feedback -> {
              said.append(feedback.message()).append('\n');
              feedback
                  .facts()
                  .forEach(fact -> said.append(fact.name() + '\n' + fact.value() + '\n'));
            });
    return said.toString();
  }
}
