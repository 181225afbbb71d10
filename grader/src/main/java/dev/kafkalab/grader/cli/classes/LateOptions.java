package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.classrun.book.LatePolicy;
import dev.kafkalab.grader.classrun.book.Moment;
import dev.kafkalab.grader.classrun.book.Policy;
import dev.kafkalab.grader.cli.process.Complaint;
import dev.kafkalab.grader.feedback.DeadText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What applies to lateness: it may change at any time, and no grading depends on it. */
final class LateOptions {

  @Option(
      names = "--due",
      paramLabel = "TIME",
      description =
          "when it is due for those whom the roster says nothing else of, such as "
              + "2026-11-20T23:59+01:00 (kept in RUN)")
  private @Nullable String due;

  @Option(
      names = "--late",
      paramLabel = "POLICY",
      description =
          "what lateness costs, such as 10%%/day,cap=40%%,grace=15m: so much of the points for each "
              + "day that began (kept in RUN; none: nothing)")
  private @Nullable String late;

  /** Returns whether one of them was given. */
  boolean areGiven() {
    return due != null || late != null;
  }

  /** Returns what applies from now on, or complains. */
  Policy after(Policy before, CommandLine command) {
    if (due != null && Moment.of(due).isEmpty()) {
      throw new Complaint(
          command,
          "'%s' is no time: write it like 2026-11-20T23:59+01:00.".formatted(DeadText.of(due)));
    }
    String policy = before.late();
    if (late != null) {
      policy = late.equals("none") ? "" : parsed(late, command);
    }
    return new Policy(due == null ? before.due() : due, policy);
  }

  private static String parsed(String text, CommandLine command) {
    try {
      return LatePolicy.parse(text).toString();
    } catch (IllegalArgumentException e) {
      throw new Complaint(command, DeadText.of(String.valueOf(e.getMessage())));
    }
  }
}
