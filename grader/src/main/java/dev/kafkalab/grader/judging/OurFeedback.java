package dev.kafkalab.grader.judging;

import dev.kafkalab.grader.broker.BrokerStartFailed;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FullStop;
import dev.kafkalab.grader.isolation.IsolationUnavailable;
import dev.kafkalab.grader.submission.compiler.CompilerFault;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Messages for failures of the grader or the machine: they cost nobody points. */
public final class OurFeedback {

  private static final String NO_FAULT = "This is not your fault and costs no points. ";

  private static final String AGAIN =
      NO_FAULT + "Run it again; if it happens again, report it with the seed.";

  private static final String OURS = "dev.kafkalab.grader.";

  private OurFeedback() {}

  static Feedback withoutKafka() {
    return Feedback.of(
        "Kafka stopped responding while this was judged.",
        NO_FAULT
            + "Run it again; if it happens again, check the machine or container that Kafka runs in.");
  }

  static Feedback tooBusy(Duration bound) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "This machine is too busy: this could not be judged within %d s.",
            bound.toSeconds()),
        NO_FAULT + "Close other programs, or run it again later.");
  }

  static Feedback stoodStill() {
    return Feedback.of(
        "This machine was suspended repeatedly while this was judged.",
        NO_FAULT + "Keep it awake, and run it again.");
  }

  static Feedback diskIsFull(Path folder) {
    return Feedback.of(
        "The disk with the temporary folder %s is full.".formatted(folder),
        NO_FAULT + "Free some space there, and run it again.");
  }

  static Feedback noDescriptors() {
    return Feedback.of(
        "The grader has reached its limit of open files and connections.",
        NO_FAULT + "Raise the limit (ulimit -n), and run it again.");
  }

  static Feedback notRun(@Nullable Throwable why) {
    return Feedback.of(
        why == null
            ? "JUnit ended without running this."
            : "JUnit did not run this: %s%s.".formatted(why, because(why)),
        AGAIN);
  }

  static Feedback threadEnded(String fault) {
    return Feedback.of("A part of the grader failed while this was judged: " + fault + ".", AGAIN);
  }

  static Feedback of(Throwable thrown) {
    Throwable fault =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    if (fault instanceof BrokerStartFailed) {
      return Feedback.of(
          "There is no Kafka to judge this with: %s.".formatted(fault.getMessage()),
          NO_FAULT + "Fix that, and run it again; --broker embedded needs no Docker.");
    }
    if (fault instanceof IsolationUnavailable) {
      return Feedback.of(
          FullStop.after(String.valueOf(fault.getMessage())),
          NO_FAULT + "Fix that, and run it again; --isolation process needs nothing.");
    }
    if (fault instanceof CompilerFault || fault instanceof UncheckedIOException) {
      return Feedback.of(fault.getMessage() + ".", NO_FAULT + "Fix that, and run it again.");
    }
    return Feedback.of(
        FullStop.after("The grader could not judge this: " + fault + because(fault)),
        AGAIN,
        Fact.fact("where", where(fault)));
  }

  /** Who threw it, and which line of ours was at it. */
  private static String where(Throwable fault) {
    List<StackTraceElement> stack = List.of(fault.getStackTrace());
    return Stream.concat(
            stack.stream().limit(1),
            stack.stream().filter(each -> each.getClassName().startsWith(OURS)).limit(2))
        .distinct()
        .map(StackTraceElement::toString)
        .collect(Collectors.joining(" < "));
  }

  /** Kafka's clients hide the reason in the cause. */
  private static String because(Throwable fault) {
    return fault.getCause() == null ? "" : " (" + fault.getCause() + ")";
  }
}
