package dev.kafkalab.grader.classrun;

import dev.kafkalab.grader.classrun.book.ClassRecord.Canary;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.resources.WorkFolder;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.selfcheck.Checked;
import dev.kafkalab.grader.selfcheck.Judgement;
import dev.kafkalab.grader.selfcheck.Trial;
import dev.kafkalab.grader.zoo.Copy;
import dev.kafkalab.grader.zoo.KnownSubmission;
import dev.kafkalab.grader.zoo.Proof;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Known submissions that are graded among the students': if one of them is judged wrongly, nobody
 * should trust the run.
 *
 * @param all in the order of their worth
 */
public record Canaries(List<Known> all) {

  /** No submission is known. */
  public static final Canaries NONE = new Canaries(List.of());

  private static final String REFERENCE = "the-reference-as-it-is";

  /** Copies the list, so that canaries never change. */
  public Canaries {
    all = List.copyOf(all);
  }

  /** Writes a submission into an empty folder. */
  @FunctionalInterface
  interface Writer {

    /** Writes it. */
    void write(Path folder) throws IOException;
  }

  /**
   * One of them.
   *
   * @param criteria the ids that judge it; empty for all of the run
   * @param problem says what was judged wrongly; an empty text if nothing was
   */
  record Known(
      String id, Set<String> criteria, Writer writer, Function<GradedSubmission, String> problem) {

    /** Grades it and says whether it was judged as it had to be. */
    Canary judge(SubmissionGrader grader) throws IOException {
      WorkFolder folder = new WorkFolder();
      try {
        Path copy = folder.path().resolve("submission");
        writer.write(copy);
        String wrong = problem.apply(grader.grade(copy, criteria));
        return new Canary(id, wrong.isEmpty(), wrong);
      } finally {
        folder.delete();
      }
    }
  }

  /**
   * Draws some: the reference first, the template, then bad ones.
   *
   * @param reference the folder of the reference solution
   * @param template the folder of the template
   * @param zoo all submissions whose verdicts are known
   * @param criteria the ids that the run judges; empty for all
   * @param count how many
   * @param seed what they are drawn from
   */
  public static Canaries draw(
      Path reference,
      Path template,
      List<KnownSubmission> zoo,
      Set<String> criteria,
      int count,
      long seed) {
    List<Known> all = new ArrayList<>();
    List<Known> wrong = new ArrayList<>();
    for (KnownSubmission each : zoo) {
      Set<String> judged = new TreeSet<>(each.criteria(false));
      if (!criteria.isEmpty()) {
        judged.retainAll(criteria);
      }
      if (each.kind() == Proof.GOOD && each.id().equals(REFERENCE)) {
        all.add(of(new Trial(each, criteria, seed), reference));
      } else if (each.kind() == Proof.BAD && judged.stream().anyMatch(each.failing()::contains)) {
        wrong.add(of(new Trial(each, judged, seed), reference));
      }
    }
    all.add(
        new Known(
            "student-template",
            criteria,
            folder -> Copy.of(template, folder),
            graded -> passed(graded)));
    Collections.shuffle(wrong, new Random(seed));
    all.addAll(wrong);
    return new Canaries(all.subList(0, Math.min(count, all.size())));
  }

  /** Returns those that have no verdict yet. */
  List<Known> without(List<Canary> judged) {
    Set<String> ids = judged.stream().map(Canary::id).collect(Collectors.toSet());
    return all.stream().filter(each -> !ids.contains(each.id())).toList();
  }

  private static Known of(Trial trial, Path reference) {
    return new Known(
        trial.submission().toString(),
        trial.criteria(),
        folder -> trial.submission().write(reference, folder),
        graded ->
            Checked.of(trial, graded).wrong().stream()
                .map(Canaries::problem)
                .findFirst()
                .orElse(""));
  }

  private static String problem(Judgement wrong) {
    Feedback feedback = wrong.result().feedback();
    return "%s should be %s and is %s%s"
        .formatted(
            wrong.criterion(),
            wrong.expected(),
            wrong.result().kind(),
            feedback == null ? "." : ": " + DeadText.of(feedback.message()));
  }

  /** Nothing of the template is written yet: whatever passes there is judged wrongly. */
  private static String passed(GradedSubmission graded) {
    return graded.grade().results().stream()
        .filter(
            result ->
                result.kind() == OutcomeKind.PASSED || result.kind() == OutcomeKind.INFRASTRUCTURE)
        .map(CriterionResult::criterion)
        .map(criterion -> criterion.id() + " should not be passed by a submission without code.")
        .findFirst()
        .orElse("");
  }
}
