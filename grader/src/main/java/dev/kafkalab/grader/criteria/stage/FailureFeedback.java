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

/** Says what the student's code did instead of doing what it was called for. */
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
      return Feedback.of("run() returned although nobody had called stop().", "")
          .at(returned.poll())
          .because(Misconception.EMPTY_POLL_ENDS_THE_LOOP);
    }
    throw new IllegalArgumentException(failure);
  }

  private static Feedback threw(StudentFailure.Threw threw) {
    // run() has no business to return either, until it is told to.
    String duty = threw.call().equals("run()") ? "go on until stop()" : "return";
    return Feedback.of(
            "%s should %s and threw %s.".formatted(threw.call(), duty, threw.thrown()),
            "Find out which of your lines let this exception through, and what it should do instead.")
        .at(threw.location());
  }

  private static Feedback didNotReturn(StudentFailure.DidNotReturn stuck) {
    String where = stuck.stoodIn().isEmpty() ? "" : ", and stood in " + stuck.stoodIn();
    if (stuck.call().equals("run()")) {
      return Feedback.of(
              "run() should poll, and it only computes: it has asked the broker for nothing%s."
                  .formatted(where),
              "Look for a loop at this line that never ends, in front of the one that polls.")
          .at(stuck.location());
    }
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "%s should return and had not after %d s%s.",
                stuck.call(),
                stuck.waited().toSeconds(),
                where),
            "Look for what this line waits for, or for a loop around it that never ends.")
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
              "Your code filled the memory of its JVM (160 MiB) and was ended.",
              "Look for a list or map that grows with every record or every call.",
              null,
              facts);
      case FLOODED_OUTPUT ->
          new Feedback(
              "Your code printed more than 8 MiB and was ended.",
              "Look for a loop that prints: one that never waits, or that repeats an error.",
              null,
              facts);
      case FLOODED_THREADS ->
          new Feedback(
              "Your code computed with more than 200 threads at once and was ended.",
              "Look for a loop that starts threads, or for threads that never wait: one for each member of a fixed pool is enough.",
              null,
              facts);
      case FLOODED_CALLS ->
          new Feedback(
              "Your code called the handler or the delivery listener more than 100,000 times, or with"
                  + " more than 24 MiB of events, and was ended.",
              "Look for a loop that hands over the same event again and again: try a failed event ten"
                  + " times at most, and tell the listener of each event once.",
              null,
              facts);
      case ENDED_ITSELF, KILLED_BY_GRADER, NEVER_READY, GRADER_FAILED ->
          exited(end.exitedAt(), facts);
    };
  }

  private static Feedback exited(@Nullable Location at, List<Fact> facts) {
    String how = at == null ? "" : " by a call of System.exit";
    return new Feedback(
        "Your code ended its own JVM" + how + ", so nothing after that could be judged.",
        "Never end the JVM from inside the lab's classes: throw, or return and let the caller decide.",
        at,
        facts);
  }
}
