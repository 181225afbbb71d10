package dev.kafkalab.grader.mutation;

import dev.kafkalab.grader.engine.Grader;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.resources.BrokerChoice;
import dev.kafkalab.grader.resources.Pace;
import dev.kafkalab.grader.resources.WorkFolder;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.zoo.Copy;
import dev.kafkalab.grader.zoo.SeenBy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Grades one mutant until a criterion notices it. */
final class MutantTrial {

  /** Where nothing is known of a file yet: what most mutants break. */
  private static final List<CriterionId> FIRST =
      List.of(
          CriterionId.TOPIC_CREATED,
          CriterionId.PRODUCER_DELIVERS,
          CriterionId.PRODUCER_DELIVERY_REPORT,
          CriterionId.CONSUMER_DISPATCHES,
          CriterionId.CONSUMER_ACTIVITY,
          CriterionId.CONSUMER_MALFORMED_JSON,
          CriterionId.CONSUMER_FAILING_HANDLER);

  private static final int TRIES = 2;

  private final Mutant mutant;
  private final Path reference;
  private final List<String> likely;
  private final long seed;

  /**
   * Prepares to grade a mutant.
   *
   * @param likely the criteria that noticed most mutants of the same file; empty if none is known
   */
  MutantTrial(Mutant mutant, Path reference, List<String> likely, long seed) {
    this.mutant = mutant;
    this.reference = reference;
    this.likely = likely;
    this.seed = seed;
  }

  Judged judge() {
    WorkFolder work = new WorkFolder();
    try {
      Path folder = work.path().resolve("mutant");
      Copy copy = Copy.of(reference, folder);
      Path classes = Files.createDirectory(work.path().resolve("classes"));
      make(copy, classes);
      return judge(folder, classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      work.delete();
    }
  }

  private void make(Copy copy, Path classes) throws IOException {
    if (mutant.change() instanceof Mutant.Change.OfText text) {
      Path file = copy.file(mutant.file());
      String source = Files.readString(file);
      Files.writeString(
          file,
          source.substring(0, text.from()) + text.replacement() + source.substring(text.to()));
    } else if (mutant.change() instanceof Mutant.Change.OfClass type) {
      Path file = classes.resolve(type.name().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, type.bytes());
    }
  }

  private Judged judge(Path folder, Path classes) {
    Set<String> seeing = new TreeSet<>(SeenBy.criteriaOf(Set.of(SeenBy.of(mutant.file()))));
    Set<String> first =
        new TreeSet<>(
            likely.isEmpty() ? FIRST.stream().map(CriterionId::toString).toList() : likely);
    first.retainAll(seeing);
    seeing.removeAll(first);
    for (Set<String> wave : List.of(first, seeing)) {
      Judged judged = wave.isEmpty() ? survived() : judge(folder, classes, wave, TRIES);
      if (judged.fate() != Fate.SURVIVED) {
        return judged;
      }
    }
    return survived();
  }

  private Judged judge(Path folder, Path classes, Set<String> criteria, int tries) {
    GradedSubmission graded =
        Grader.grade(
            new GradingRequest(folder, criteria, BrokerChoice.EMBEDDED, seed, Pace.AMONG_OTHERS)
                .with(classes),
            (result, soFar) -> {});
    if (!graded.isGradable()) {
      return judged(Fate.NOT_VIABLE, graded.problems().get(0).message());
    }
    Optional<CriterionResult> noticed =
        graded.grade().results().stream().filter(MutantTrial::isNoticed).findFirst();
    if (noticed.isPresent()) {
      return judged(Fate.KILLED, noticed.get().criterion().id());
    }
    boolean failed =
        graded.grade().results().stream()
            .anyMatch(result -> result.kind() == OutcomeKind.INFRASTRUCTURE);
    if (!failed) {
      return survived();
    }
    return tries > 1
        ? judge(folder, classes, criteria, tries - 1)
        : judged(Fate.NOT_JUDGED, "the grader failed");
  }

  /** What is blocked will fail, too, once its blocker is judged. */
  private static boolean isNoticed(CriterionResult result) {
    return result.kind() != OutcomeKind.PASSED && result.kind() != OutcomeKind.INFRASTRUCTURE;
  }

  private Judged survived() {
    return judged(Fate.SURVIVED, "");
  }

  private Judged judged(Fate fate, String by) {
    return Judged.of(mutant, fate, by, seed);
  }
}
