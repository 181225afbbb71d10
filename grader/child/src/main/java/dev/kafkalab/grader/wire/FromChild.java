package dev.kafkalab.grader.wire;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a student's JVM tells the grader.
 *
 * <p>The student's code shares that JVM and may forge any of it. So each of these refuses what its
 * page does not allow, and proves no more than that somebody in there wrote it.
 */
public sealed interface FromChild extends Message
    permits Note,
        Reply,
        FromChild.Ready,
        FromChild.ExitCalled,
        FromChild.HandlerCalled,
        FromChild.EventDelivered,
        FromChild.EventNotDelivered {

  /** The student's code can be called now. */
  record Ready() implements FromChild {}

  /**
   * The student's code called {@code System.exit}; null where no line of theirs is on the stack.
   */
  record ExitCalled(@Nullable SourceLine at) implements FromChild {}

  /**
   * The student's code called the handler, and waits for a {@link ToChild.Answer}.
   *
   * @param question its number: no other call in this JVM has it
   * @param part the consumer that the handler was made for
   * @param method the handler's method, such as {@code onLogin}
   * @param event null where the student's code passed null
   */
  record HandlerCalled(long question, String part, String method, @Nullable CarriedEvent event)
      implements FromChild {
    /** Refuses what is no call. */
    public HandlerCalled {
      Objects.requireNonNull(part, "part");
      Objects.requireNonNull(method, "method");
    }
  }

  /** The student's code told the listener that an event has arrived. */
  record EventDelivered(String part, @Nullable CarriedEvent event, int partition, long offset)
      implements FromChild {
    /** Refuses what is no report. */
    public EventDelivered {
      Objects.requireNonNull(part, "part");
    }
  }

  /**
   * The student's code told the listener that an event has not arrived.
   *
   * @param cause the exception that it passed, as text
   */
  record EventNotDelivered(String part, @Nullable CarriedEvent event, String cause)
      implements FromChild {
    /** Refuses what is no report. */
    public EventNotDelivered {
      Objects.requireNonNull(part, "part");
      Objects.requireNonNull(cause, "cause");
    }
  }
}
