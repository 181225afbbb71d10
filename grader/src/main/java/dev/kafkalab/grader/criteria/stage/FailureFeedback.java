package dev.kafkalab.grader.criteria.stage;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.studentvm.JvmEnd;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says how a call of the student's code failed. */
public final class FailureFeedback {

  private static final int LAST_LINES = 5;

  private FailureFeedback() {}

  /** Describes a failure of the student's code, or a {@code run()} that returned by itself. */
  public static Feedback of(RuntimeException failure) {
    if (failure instanceof StudentFailure.Threw threw) {
      return threw(threw);
    }
    if (failure instanceof StudentFailure.DidNotReturn stuck) {
      return didNotReturn(stuck);
    }
    if (failure instanceof StudentFailure.JvmEnded ended) {
      return jvmEnded(ended);
    }
    if (failure instanceof RunReturned returned) {
      return Feedback.of("run() returned although stop() had not been called.", "")
          .at(returned.poll())
          .because(Misconception.EMPTY_POLL_ENDS_THE_LOOP);
    }
    throw new IllegalArgumentException(failure);
  }

  private static Feedback threw(StudentFailure.Threw threw) {
    // run() must not return either until stop() is called.
    String duty =
        threw.call().equals("run()") ? "keep running until stop() is called" : "return normally";
    return Feedback.of(
            "%s should %s, but it threw %s.".formatted(threw.call(), duty, threw.thrown()),
            hint(
                threw,
                "Find out which of your lines does not catch this exception, and what it should do instead."))
        .at(threw.location());
  }

  /** Returns what to do about an exception; this hint where Kafka's clients do not throw it. */
  public static String hint(StudentFailure.Threw threw, String otherwise) {
    return KnownFailure.of(threw.thrown()).map(KnownFailure::hint).orElse(otherwise);
  }

  private static Feedback didNotReturn(StudentFailure.DidNotReturn stuck) {
    String where = stuck.stoodIn().isEmpty() ? "" : " (it was in %s)".formatted(stuck.stoodIn());
    if (stuck.call().equals("run()")) {
      return Feedback.of(
              "run() should poll, but it only computes and has asked the broker for nothing%s."
                  .formatted(where),
              "Look for an endless loop at this line, before the loop that polls.")
          .at(stuck.location());
    }
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "%s should return, but it had not returned after %d s%s.",
                stuck.call(),
                stuck.waited().toSeconds(),
                where),
            "Check what this line waits for, and whether it is in an endless loop.")
        .at(stuck.location());
  }

  private static Feedback jvmEnded(StudentFailure.JvmEnded ended) {
    JvmEnd end = ended.end();
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("exit code", end.exitCode()));
    List<String> output = ended.lastOutput();
    if (!output.isEmpty()) {
      int from = Math.max(0, output.size() - LAST_LINES);
      facts.add(fact("last output", String.join("\n", output.subList(from, output.size()))));
    }
    return switch (end.cause()) {
      case OUT_OF_MEMORY ->
          new Feedback(
              "Your code used up the memory of its JVM (160 MiB) and was stopped.",
              "Look for a list or map that grows with every record or every call.",
              null,
              facts);
      case FLOODED_OUTPUT ->
          new Feedback(
              "Your code printed more than 8 MiB and was stopped.",
              "Look for a loop that prints without waiting, or that prints the same error again and again.",
              null,
              facts);
      case FLOODED_THREADS ->
          new Feedback(
              "Your code kept more than 200 threads busy at once and was stopped.",
              "Look for a loop that starts threads, or for threads that never wait: a pool with a fixed number of threads is enough.",
              null,
              facts);
      case FLOODED_MEMORY ->
          new Feedback(
              "Your code took more than 1 GiB of memory with the programs that it started, and was stopped.",
              "Look for buffers outside the heap that are never released, and for programs that your code starts: the lab needs neither.",
              null,
              facts);
      case FLOODED_CALLS ->
          new Feedback(
              "Your code called the handler or the delivery listener more than 100,000 times, or with"
                  + " more than 24 MiB of events, and was stopped.",
              "Look for a loop that passes the same event again and again: retry a failed event at most ten"
                  + " times, and call the listener once per event.",
              null,
              facts);
      case ENDED_ITSELF, KILLED_BY_GRADER, NEVER_READY, GRADER_FAILED ->
          exited(end.exitedAt(), facts);
    };
  }

  private static Feedback exited(@Nullable Location at, List<Fact> facts) {
    String how = at == null ? "" : " by calling System.exit";
    return new Feedback(
        "Your code ended its own JVM" + how + ", so nothing after that could be judged.",
        "Never end the JVM from inside the lab's classes: throw an exception, or return, and let the caller decide.",
        at,
        facts);
  }
}
