package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.criteria.stage.FailureFeedback;
import dev.kafkalab.grader.criteria.trace.CommitHistory;
import dev.kafkalab.grader.criteria.trace.Counted;
import dev.kafkalab.grader.criteria.trace.Lines;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what is wrong with where a restarted consumer begins. */
public final class ResumptionFeedback {

  private ResumptionFeedback() {}

  static Feedback stopWaits() {
    return Feedback.of(
        "stop() should return at once, but it waited for run(), which had an event to finish: a handler that calls stop() waits for itself.",
        "In stop(), set a flag and call wakeup(). Whoever wants to wait for the end has run() to wait for.");
  }

  /**
   * Says that the consumer is not in the group that it was given.
   *
   * @param next the group of a second run; empty if there was none
   */
  static Feedback otherGroup(String joined, Optional<String> next, String given, Lines lines) {
    boolean changes = next.isPresent() && next.filter(joined::equals).isEmpty();
    Feedback feedback =
        new Feedback(
            "The consumer should be in the group '%s', but it is in '%s'.".formatted(given, joined),
            "Offsets belong to a group: take its name from LabSettings.groupId() and add nothing to it.",
            lines.making(joined),
            changes ? List.of(fact("group at the next start", next.get())) : List.of());
    if (changes || joined.contains(given)) {
      return feedback.because(Misconception.RANDOM_GROUP);
    }
    return next.isEmpty() ? feedback : feedback.because(Misconception.NAME_WRITTEN_INTO_THE_CODE);
  }

  static Feedback threwAtStop(StudentFailure.Threw failure) {
    return Feedback.of(
            "stop() was called while there was nothing to read: run() should return, but it threw %s."
                .formatted(failure.thrown()),
            "wakeup() makes poll() throw WakeupException: catch it around the loop, and return from run() as after any other stop().")
        .at(failure.location());
  }

  static Feedback threwInBatch(StudentFailure.Threw failure) {
    return Feedback.of(
            "stop() was called in the middle of a batch: both it and run() should return, but %s threw %s."
                .formatted(failure.call(), failure.thrown()),
            FailureFeedback.hint(
                failure,
                "Let stop() set a flag and call wakeup(), and let run() do the rest when it sees the flag."))
        .at(failure.location());
  }

  static Feedback stopForgotten(StudentFailure.DidNotReturn failure, Lines lines) {
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "stop() was called before run(), but %s had not returned after %d s.",
                failure.call(),
                failure.waited().toSeconds()),
            "stop() may be called before run(): keep the flag in a field, and do not reset it in run().")
        .at(lines.poll())
        .at(failure.location())
        .because(Misconception.STOP_IGNORED);
  }

  static Feedback threwWhenStopped(StudentFailure.Threw failure) {
    return Feedback.of(
            "stop() was called before run(), but %s threw %s."
                .formatted(failure.call(), failure.thrown()),
            "stop() may be called before run(): run() then has nothing to do and should return.")
        .at(failure.location());
  }

  static Feedback threwAfterStop(StudentFailure.Threw failure) {
    return Feedback.of(
            "run() had returned after stop(). stop() was called again, but %s threw %s."
                .formatted(failure.call(), failure.thrown()),
            "stop() may be called more than once, and after run() has returned: it then has nothing to do.")
        .at(failure.location());
  }

  /** Says that the last events before a stop were never committed. */
  static Feedback behind(List<PublishedEvent> behind, Offsets committed, CommitHistory history) {
    PublishedEvent first = behind.get(0);
    return Feedback.of(
            "After stop() and run(), %s still not committed: the next start handles %s again."
                .formatted(Counted.eventsWere(behind.size()), behind.size() == 1 ? "it" : "them"),
            "Before run() returns, commit what was handled since the last commit, however little it is.",
            fact("first one not committed", first.place()),
            fact("committed when it stopped", committed.byNumber()))
        .at(history.firstCommitCall());
  }

  static Feedback gap(List<PublishedEvent> missing, Offsets committed) {
    return Feedback.of(
        "%s handled neither before nor after the restart."
            .formatted(Counted.eventsWere(missing.size())),
        "A restarted consumer begins at the committed offset: commit exactly what was handled, and do not seek.",
        fact("first one missing", missing.get(0).place()),
        fact("committed when it stopped", committed.byNumber()));
  }

  static Feedback rewound(PublishedEvent event, Offsets committed, Lines lines) {
    return Feedback.of(
            "After the restart, the consumer began again at %s, which it had already committed."
                .formatted(event.place()),
            "",
            fact("committed when it stopped", committed.byNumber()))
        .at(lines.seek())
        .because(Misconception.REWIND_AT_START);
  }

  static Feedback nothingCommitted(int repeats) {
    return Feedback.of(
        "The consumer had committed nothing when it was stopped, so after the restart it handled %s again."
            .formatted(Counted.events(repeats)),
        "Commit what was handled before run() returns.");
  }

  static Feedback repeats(List<PublishedEvent> repeated, Offsets committed) {
    return Feedback.of(
        "Nothing was lost, but %s handled again after a clean stop."
            .formatted(Counted.eventsWere(repeated.size())),
        "Before run() returns, commit what was handled since the last commit, even in the middle of a batch.",
        fact("first one repeated", repeated.get(0).place()),
        fact("committed when it stopped", committed.byNumber()));
  }

  static Feedback oneBehind(List<PublishedEvent> repeated, Offsets committed) {
    return Feedback.of(
            "Nothing was lost, but after a clean stop the last event of each partition was handled again.",
            "",
            fact("first one repeated", repeated.get(0).place()),
            fact("committed when it stopped", committed.byNumber()))
        .because(Misconception.COMMIT_IS_ONE_BEHIND);
  }
}
