package dev.kafkalab.grader.wire;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ends a {@link ToChild.Request}. */
public sealed interface Reply extends FromChild {

  /** Returns the request's number. */
  long call();

  /** The call has returned, and there is nothing else to say. */
  record Returned(long call) implements Reply {}

  /**
   * The call has thrown.
   *
   * @param type the class of what it threw, with its package
   * @param message what it says; null where it says nothing
   * @param notAttempted whether it is the lab's {@code NotAttempted}
   * @param at the student's line, or that of the first cause that has one
   */
  record Thrown(
      long call,
      String type,
      @Nullable String message,
      boolean notAttempted,
      @Nullable SourceLine at)
      implements Reply {
    /** Refuses what nothing can throw. */
    public Thrown {
      Objects.requireNonNull(type, "type");
    }
  }

  /** Replies to {@link ToChild.Send}: what {@code send()} returned for each event. */
  record Accepted(long call, List<Boolean> accepted) implements Reply {
    /** Copies, so that it never changes. */
    public Accepted {
      accepted = List.copyOf(accepted);
    }
  }

  /**
   * Replies to {@link ToChild.ReadMetrics}.
   *
   * @param handled how many events of each type, as text: a student's map may hold anything
   * @param malformed how many records that are no events
   */
  record MetricsRead(long call, Map<String, String> handled, long malformed) implements Reply {
    /** Copies, so that it never changes. */
    public MetricsRead {
      handled = Map.copyOf(handled);
    }
  }

  /**
   * Replies to {@link ToChild.FeedActivity}.
   *
   * @param online the users who are online
   * @param logins how often each user logged in, as text
   * @param revenue what each user spent, as text
   */
  record ActivityFed(
      long call, List<String> online, Map<String, String> logins, Map<String, String> revenue)
      implements Reply {
    /** Copies, so that it never changes. */
    public ActivityFed {
      online = List.copyOf(online);
      logins = Map.copyOf(logins);
      revenue = Map.copyOf(revenue);
    }
  }

  /**
   * Replies to {@link ToChild.Locate}.
   *
   * @param busyMillis the processor time that the call's thread has used
   * @param in what the student's line was calling, such as {@code KafkaConsumer.poll}; empty where
   *     unknown
   * @param at that line
   */
  record Located(long call, long busyMillis, String in, @Nullable SourceLine at) implements Reply {
    /** Refuses what is no place. */
    public Located {
      Objects.requireNonNull(in, "in");
    }
  }

  /**
   * Replies to {@link ToChild.RunMain} where there is nothing to be run.
   *
   * @param what {@code class} or {@code main}
   */
  record Missing(long call, String what) implements Reply {
    /** Refuses what names nothing. */
    public Missing {
      Objects.requireNonNull(what, "what");
    }
  }
}
