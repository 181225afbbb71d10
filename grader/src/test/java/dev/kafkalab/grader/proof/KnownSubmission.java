package dev.kafkalab.grader.proof;

import dev.kafkalab.grader.rubric.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A submission whose verdicts are known.
 *
 * @param name what is special about it
 * @param edits what makes it of the reference
 * @param expected each criterion that must not pass, with its outcome
 * @param message what the failures' messages must say together
 */
record KnownSubmission(
    String name, List<Edit> edits, Map<String, Outcome> expected, List<String> message) {

  static KnownSubmission of(String name, Edit... edits) {
    return new KnownSubmission(name, List.of(edits), Map.of(), List.of());
  }

  KnownSubmission fails(String criterion, String... says) {
    return with(criterion, Outcome.FAILED, List.of(says));
  }

  KnownSubmission blocks(String... criteria) {
    KnownSubmission submission = this;
    for (String criterion : criteria) {
      submission = submission.with(criterion, Outcome.BLOCKED, submission.message);
    }
    return submission;
  }

  private KnownSubmission with(String criterion, Outcome outcome, List<String> says) {
    Map<String, Outcome> more = new TreeMap<>(expected);
    more.put(criterion, outcome);
    return new KnownSubmission(name, edits, more, says);
  }

  @Override
  public String toString() {
    return name;
  }
}
