package dev.kafkalab.grader.proof;

import dev.kafkalab.grader.rubric.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A submission whose verdicts are known.
 *
 * @param name what is special about it
 * @param changes what makes it of the reference
 * @param scopes which criteria judge it
 * @param expected each criterion that must not pass, with its outcome
 * @param points what a criterion that fails must still give, where that is said
 * @param message what the failures' messages must say together
 */
record KnownSubmission(
    String name,
    List<Change> changes,
    Set<Scope> scopes,
    Map<String, Outcome> expected,
    Map<String, Integer> points,
    List<String> message) {

  /** Being blocked by what passes is a failure: so what may block must be judged, too. */
  private static final Map<String, Set<String>> BLOCKERS =
      Map.of(
          "consumer.crash", Set.of("consumer.resumes", "consumer.manual-commit"),
          "group.rebalance", Set.of("consumer.manual-commit", "consumer.resumes"));

  /** Has the criteria judge it that can see the changes; all of them, where nothing is changed. */
  static KnownSubmission of(String name, Change... changes) {
    List<Scope> scopes = Stream.of(changes).map(Change::scope).toList();
    return new KnownSubmission(
        name,
        List.of(changes),
        scopes.isEmpty() ? Set.of(Scope.ALL) : Set.copyOf(scopes),
        Map.of(),
        Map.of(),
        List.of());
  }

  /** Has it judged by these criteria only, where more use the file but not what is changed. */
  KnownSubmission seenBy(Scope scope) {
    return new KnownSubmission(name, changes, Set.of(scope), expected, points, message);
  }

  KnownSubmission fails(String criterion, String... says) {
    return with(criterion, Outcome.FAILED).saying(says);
  }

  /** Expects a failure that keeps a part of the points. */
  KnownSubmission failsWith(int earned, String criterion, String... says) {
    Map<String, Integer> more = new TreeMap<>(points);
    more.put(criterion, earned);
    KnownSubmission failing = fails(criterion, says);
    return new KnownSubmission(name, changes, scopes, failing.expected, more, failing.message);
  }

  KnownSubmission blocks(String... criteria) {
    return withAll(Outcome.BLOCKED, criteria);
  }

  KnownSubmission leavesOut(String... criteria) {
    return withAll(Outcome.NOT_ATTEMPTED, criteria);
  }

  /**
   * Returns the criteria to judge it by.
   *
   * @param whole all that can see the changes; else, for a broken one, those that must not pass,
   *     those that they may be blocked by, and the two that all others build on
   */
  Set<String> criteria(boolean whole) {
    Set<String> all = Scope.criteriaOf(scopes);
    if (whole || failing().isEmpty()) {
      return all;
    }
    Set<String> some = new TreeSet<>(expected.keySet());
    failing().forEach(id -> some.addAll(BLOCKERS.getOrDefault(id, Set.of())));
    some.add("producer.delivers");
    some.add("consumer.dispatches");
    some.retainAll(all);
    return some;
  }

  /** Returns the criteria that must fail. */
  Set<String> failing() {
    return expected.entrySet().stream()
        .filter(entry -> entry.getValue() == Outcome.FAILED)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private KnownSubmission withAll(Outcome outcome, String... criteria) {
    KnownSubmission submission = this;
    for (String criterion : criteria) {
      submission = submission.with(criterion, outcome);
    }
    return submission;
  }

  private KnownSubmission with(String criterion, Outcome outcome) {
    Map<String, Outcome> more = new TreeMap<>(expected);
    more.put(criterion, outcome);
    return new KnownSubmission(name, changes, scopes, more, points, message);
  }

  private KnownSubmission saying(String... parts) {
    List<String> more = new ArrayList<>(message);
    more.addAll(List.of(parts));
    return new KnownSubmission(name, changes, scopes, expected, points, more);
  }

  @Override
  public String toString() {
    return name;
  }
}
