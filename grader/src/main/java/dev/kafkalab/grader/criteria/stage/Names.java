package dev.kafkalab.grader.criteria.stage;

import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.tap.fence.Fence;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names the topics and groups of one criterion in one grading, and tells them from those of others.
 *
 * @param criterion its id
 * @param run the grading's name, which no other one on the same broker has
 */
record Names(String criterion, String run) {

  /** What the names of all gradings are like. */
  private static final Pattern GIVEN =
      Pattern.compile(
          Arrays.stream(CriterionId.values())
              .map(id -> Pattern.quote(id.toString()))
              .collect(Collectors.joining("|", "(?:^|[-_])(?:", ")-[0-9a-z]+-[0-9a-z]+-\\d+")));

  String topic(long number) {
    return "user-events-" + group(number);
  }

  String group(long number) {
    return String.format(Locale.ROOT, "%s%d", start(), number);
  }

  /** Names a topic for malformed records: no other name tells it. */
  String letters(long number) {
    return "undeliverable_" + group(number);
  }

  private String start() {
    return criterion + "-" + run + "-";
  }

  /** Keeps the student's code from the topics and groups of other criteria and gradings. */
  Fence fence() {
    return new Fence(this::mayBeUsed);
  }

  /** A name that no grading gives is the student's own. */
  boolean mayBeUsed(String name) {
    return name.contains(run) ? name.contains(start()) : !GIVEN.matcher(name).find();
  }
}
