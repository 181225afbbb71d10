package dev.kafkalab.grader.zoo;

import static dev.kafkalab.grader.rubric.CriterionId.CONSUMER_CRASH;
import static dev.kafkalab.grader.rubric.CriterionId.CONSUMER_DISPATCHES;
import static dev.kafkalab.grader.rubric.CriterionId.CONSUMER_MANUAL_COMMIT;
import static dev.kafkalab.grader.rubric.CriterionId.CONSUMER_RESUMES;
import static dev.kafkalab.grader.rubric.CriterionId.GROUP_REBALANCE;
import static dev.kafkalab.grader.rubric.CriterionId.PRODUCER_DELIVERS;

import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A submission whose verdicts are known.
 *
 * @param kind what it is to prove
 * @param id the name of its file, without its ending
 * @param title what is special about it
 * @param changes the changes to the reference
 * @param scopes the criteria that these can affect
 * @param expected each criterion that must not pass
 * @param says texts that the messages of its failures must contain together
 * @param misconceptions the ids of those that its failures must name
 */
public record KnownSubmission(
    Proof kind,
    String id,
    String title,
    List<Change> changes,
    Set<SeenBy> scopes,
    Map<String, Expectation> expected,
    List<String> says,
    Set<String> misconceptions) {

  /**
   * Being blocked by a criterion that passes is a failure: so possible blockers must be judged,
   * too.
   */
  private static final Map<CriterionId, Set<CriterionId>> BLOCKERS =
      Map.of(
          CONSUMER_CRASH, Set.of(CONSUMER_RESUMES, CONSUMER_MANUAL_COMMIT),
          GROUP_REBALANCE, Set.of(CONSUMER_MANUAL_COMMIT, CONSUMER_RESUMES));

  /** Almost every other criterion builds on these. */
  private static final List<CriterionId> BASIC = List.of(PRODUCER_DELIVERS, CONSUMER_DISPATCHES);

  /** Each blocked criterion takes a JVM, and all are blocked in the same way. */
  private static final int MOST_OTHERS = 2;

  /** Copies all collections, so that a known submission never changes. */
  public KnownSubmission {
    changes = List.copyOf(changes);
    scopes = Set.copyOf(scopes);
    expected = Map.copyOf(expected);
    says = List.copyOf(says);
    misconceptions = Set.copyOf(misconceptions);
  }

  /**
   * Writes it into an empty folder.
   *
   * @param reference the folder of the reference solution
   * @throws StaleChange if it no longer fits the reference
   */
  public void write(Path reference, Path folder) {
    try {
      Copy copy = Copy.of(reference, folder);
      for (Change change : changes) {
        change.apply(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (StaleChange e) {
      throw new StaleChange("%s: %s".formatted(this, e.getMessage()));
    }
  }

  /** Returns how a criterion must end. */
  public Expectation of(String criterion) {
    return expected.getOrDefault(criterion, Expectation.PASSED);
  }

  /** Returns the criteria that must fail. */
  public Set<String> failing() {
    return expected.entrySet().stream()
        .filter(entry -> entry.getValue().outcome() == OutcomeKind.FAILED)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Returns the criteria to judge it by.
   *
   * @param whole all that the changes can affect; otherwise, if some must fail: those that must
   *     fail, their possible blockers, two of those that must be blocked, and the two that all
   *     others build on
   */
  public Set<String> criteria(boolean whole) {
    Set<String> all = SeenBy.criteriaOf(scopes);
    if (whole || failing().isEmpty()) {
      return all;
    }
    Set<String> some = new TreeSet<>(failing());
    new TreeSet<>(expected.keySet())
        .stream()
            .filter(criterion -> !failing().contains(criterion))
            .limit(MOST_OTHERS)
            .forEach(some::add);
    BLOCKERS.forEach(
        (blocked, blockers) -> {
          if (failing().contains(blocked.toString())) {
            blockers.forEach(blocker -> some.add(blocker.toString()));
          }
        });
    BASIC.forEach(criterion -> some.add(criterion.toString()));
    some.retainAll(all);
    return some;
  }

  @Override
  public String toString() {
    return kind.folder() + "/" + id;
  }
}
