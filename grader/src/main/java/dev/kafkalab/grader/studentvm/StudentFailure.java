package dev.kafkalab.grader.studentvm;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.recorder.ClientCall;
import dev.kafkalab.grader.studentvm.recorder.Locations;
import dev.kafkalab.grader.wire.Reply.Thrown;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says how the student's code failed to do what it was called for, apart from being wrong. */
public abstract sealed class StudentFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable Location location;

  private StudentFailure(String message, @Nullable Location location) {
    super(message);
    this.location = location;
  }

  /** Returns what a call of the student's code threw. */
  static StudentFailure of(Thrown thrown, String call) {
    return of(thrown, call, List.of());
  }

  /**
   * Returns what a call of the student's code threw.
   *
   * @param uses its calls of Kafka's clients: the last one tells the line of an exception of theirs
   *     that has none, as on a thread of their own
   */
  static StudentFailure of(Thrown thrown, String call, List<ClientCall> uses) {
    Location known = Locations.of(thrown.at());
    Location location =
        known == null && thrown.type().startsWith("org.apache.kafka.") ? lastLine(uses) : known;
    String message = thrown.message();
    if (thrown.notAttempted()) {
      return new NotWritten(String.valueOf(message), location);
    }
    String simple = thrown.type().substring(thrown.type().lastIndexOf('.') + 1);
    return new Threw(call, message == null ? simple : simple + ": " + message, location);
  }

  private static @Nullable Location lastLine(List<ClientCall> uses) {
    return uses.stream()
        .map(ClientCall::at)
        .filter(Objects::nonNull)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /** Returns the line of theirs where it happened, where one is known. */
  public @Nullable Location location() {
    return location;
  }

  /** A stub of the template was called: this part is not written yet. */
  public static final class NotWritten extends StudentFailure {
    private static final long serialVersionUID = 1L;

    NotWritten(String message, @Nullable Location location) {
      super(message, location);
    }
  }

  /** A call ended with an exception or an error. */
  public static final class Threw extends StudentFailure {
    private static final long serialVersionUID = 1L;

    private final String call;
    private final String thrown;

    Threw(String call, String thrown, @Nullable Location location) {
      super(call + " threw " + thrown, location);
      this.call = call;
      this.thrown = thrown;
    }

    /** Returns the call, such as {@code send()}. */
    public String call() {
      return call;
    }

    /** Returns the exception's simple type and message. */
    public String thrown() {
      return thrown;
    }
  }

  /** A call had not returned when its deadline ended. */
  public static final class DidNotReturn extends StudentFailure {
    private static final long serialVersionUID = 1L;

    private final String call;
    private final Duration waited;
    private final String stoodIn;

    DidNotReturn(String call, Duration waited, String stoodIn, @Nullable Location location) {
      super(call + " did not return", location);
      this.call = call;
      this.waited = waited;
      this.stoodIn = stoodIn;
    }

    /** Returns the call, such as {@code send()}. */
    public String call() {
      return call;
    }

    /** Returns how long the call was given. */
    public Duration waited() {
      return waited;
    }

    /**
     * Returns what their line was calling, such as {@code KafkaConsumer.poll}; empty where unknown.
     */
    public String stoodIn() {
      return stoodIn;
    }
  }

  /** The student's JVM is gone, and it was not the grader who ended it. */
  public static final class JvmEnded extends StudentFailure {
    private static final long serialVersionUID = 1L;

    private final transient JvmEnd end;
    private final transient List<String> lastOutput;

    JvmEnded(JvmEnd end, List<String> lastOutput) {
      super("the JVM ended with exit code " + end.exitCode(), end.exitedAt());
      this.end = end;
      this.lastOutput = List.copyOf(lastOutput);
    }

    /** Returns how it ended. */
    public JvmEnd end() {
      return end;
    }

    /** Returns the last lines that it printed. */
    public List<String> lastOutput() {
      return lastOutput;
    }
  }
}
