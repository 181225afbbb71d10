package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the known submissions to the whole rubric, without grading any. */
class ScopeTest {

  private static final Set<String> ALL = Scope.criteriaOf(Set.of(Scope.ALL));

  @Test
  void eachCriterionHasTwoSubmissionsThatFailItAndNothingElse() {
    Map<String, Integer> broken = new TreeMap<>();
    KnownSubmissions.broken().stream()
        .map(KnownSubmission::failing)
        .filter(failing -> failing.size() == 1)
        .forEach(failing -> broken.merge(failing.iterator().next(), 1, Integer::sum));
    Set<String> wanting = new HashSet<>(ALL);
    wanting.removeIf(id -> broken.getOrDefault(id, 0) >= 2);
    // More commits than are needed are no fault, and what is lost in a crash is another one's.
    assertThat(wanting).containsExactly("bonus.batch");
  }

  @Test
  void eachCriterionHasAnUnusualSubmissionThatPassesIt() {
    Set<String> passed = new HashSet<>();
    for (KnownSubmission submission : KnownSubmissions.right()) {
      if (!submission.changes().isEmpty()) {
        Set<String> criteria = new HashSet<>(Scope.criteriaOf(submission.scopes()));
        criteria.removeAll(submission.expected().keySet());
        passed.addAll(criteria);
      }
    }
    assertThat(passed).isEqualTo(ALL);
  }

  @Test
  void noSubmissionExpectsAnythingOfACriterionThatCannotSeeIt() {
    List<KnownSubmission> all =
        Stream.of(KnownSubmissions.broken(), KnownSubmissions.hostile(), KnownSubmissions.right())
            .flatMap(List::stream)
            .toList();
    assertThat(all)
        .allSatisfy(
            submission ->
                assertThat(Scope.criteriaOf(submission.scopes()))
                    .containsAll(submission.expected().keySet()));
    assertThat(all).extracting(KnownSubmission::name).doesNotHaveDuplicates();
  }
}
