package dev.kafkalab.grader.criteria;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.grader.tap.TopicAskedNote;
import java.util.Optional;

/**
 * What a consumer showed of itself that never called the handler.
 *
 * @param topic the topic that it was given
 * @param foreignTopic one that it asked the broker for instead
 * @param fetches how often it asked the broker for records
 * @param group the group that it joined
 * @param lines the student's lines
 */
record Signs(
    String topic,
    Optional<String> foreignTopic,
    long fetches,
    Optional<String> group,
    Lines lines) {

  /** Returns what a run shows so far. */
  static Signs of(StudentRun run) {
    return new Signs(
        run.settings().topic(),
        foreignTopic(run),
        run.tap().fetches(),
        run.joinedGroup(),
        run.lines());
  }

  static Optional<String> foreignTopic(StudentRun run) {
    LabSettings settings = run.settings();
    return run.tap().notes(TopicAskedNote.class).stream()
        .map(TopicAskedNote::topic)
        .filter(name -> !name.equals(settings.topic()) && !name.equals(settings.deadLetterTopic()))
        .findFirst();
  }
}
