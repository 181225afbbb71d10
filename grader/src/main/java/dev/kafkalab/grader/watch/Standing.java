package dev.kafkalab.grader.watch;

import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.Grade;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How every criterion stands: by its last result, unless something has touched it since. */
final class Standing {

  private final List<CriterionInfo> asked;
  private final Map<CriterionInfo, CriterionResult> results = new LinkedHashMap<>();
  private @Nullable CriterionInfo first;

  /** Begins without a result. */
  Standing(List<CriterionInfo> asked) {
    this.asked = List.copyOf(asked);
  }

  /** Returns the criteria that are to be judged: they were touched, or their judging was ours. */
  synchronized List<CriterionInfo> open() {
    return asked.stream().filter(criterion -> !results.containsKey(criterion)).toList();
  }

  /** Forgets the results of these: what they judge has changed. */
  synchronized void touch(Collection<CriterionInfo> touched) {
    workedOn(touched).ifPresent(criterion -> first = criterion);
    results.keySet().removeAll(touched);
  }

  /**
   * Returns the criterion that a student who changed these most likely works on: what the last
   * report said to do first if it is one of them, otherwise the first one that did not pass.
   */
  private Optional<CriterionInfo> workedOn(Collection<CriterionInfo> touched) {
    Grade grade = Grade.of(asked, List.copyOf(results.values()));
    return Stream.concat(
            grade.firstToDo().stream(),
            grade.results().stream().filter(result -> result.kind() != OutcomeKind.PASSED))
        .map(CriterionResult::criterion)
        .filter(touched::contains)
        .findFirst();
  }

  /** Returns what to judge before all others, if one of those that are open is worked on. */
  synchronized Optional<CriterionInfo> first() {
    return Optional.ofNullable(first).filter(criterion -> !results.containsKey(criterion));
  }

  /** Keeps a result; one that is no verdict leaves its criterion open. */
  synchronized void add(CriterionResult result) {
    if (result.kind() != OutcomeKind.INFRASTRUCTURE) {
      results.put(result.criterion(), result);
    }
  }

  /** Returns the last grading with all results. */
  synchronized GradedSubmission of(GradedSubmission last) {
    List<CriterionResult> all = new ArrayList<>(results.values());
    last.grade().results().stream()
        .filter(result -> result.kind() == OutcomeKind.INFRASTRUCTURE)
        .filter(result -> !results.containsKey(result.criterion()))
        .forEach(all::add);
    return last.with(Grade.of(asked, all));
  }
}
