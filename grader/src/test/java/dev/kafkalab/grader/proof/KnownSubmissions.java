package dev.kafkalab.grader.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All submissions whose verdicts are known: broken in one way each, hostile, and right ones that
 * are unlike the reference.
 */
final class KnownSubmissions {

  private KnownSubmissions() {}

  static List<KnownSubmission> broken() {
    return Stream.of(
            BrokenTopics.all(),
            BrokenProducers.all(),
            BrokenDeliveries.all(),
            BrokenConsumers.all(),
            BrokenCommits.all(),
            BrokenGroups.all(),
            BrokenAnswers.all(),
            BrokenChallenges.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Returns at most two for each criterion that they must fail: enough for every build. */
  static List<KnownSubmission> brokenSample() {
    Map<Set<String>, Integer> chosen = new HashMap<>();
    return broken().stream()
        .filter(submission -> chosen.merge(submission.failing(), 1, Integer::sum) <= 2)
        .toList();
  }

  /** Returns every fourth of those that are right in another way. */
  static List<KnownSubmission> rightSample() {
    List<KnownSubmission> right = right();
    return IntStream.range(0, right.size()).filter(i -> i % 4 == 1).mapToObj(right::get).toList();
  }

  static List<KnownSubmission> hostile() {
    return Hostile.all();
  }

  static List<KnownSubmission> right() {
    return Unusual.all();
  }
}
