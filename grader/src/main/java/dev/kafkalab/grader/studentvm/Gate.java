package dev.kafkalab.grader.studentvm;

import dev.kafkalab.grader.wire.ToChild;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Stands where the student's code calls the handler: notes each call and lets it return, or holds
 * it.
 *
 * <p>A held call is an exact crash point: the student's code stands inside the handler until the
 * grader lets it go.
 */
public final class Gate {

  /** What the handler does to its caller when a call is let go. */
  public enum Answer {
    /** It returns. */
    PROCEED,
    /** It throws an {@link IllegalStateException}. */
    THROW,
    /** It throws an unchecked exception of an unknown type, a kind of WakeupException. */
    THROW_OWN_TYPE;

    /** Returns what the student's JVM is told. */
    ToChild.Answer to(long question) {
      return switch (this) {
        case PROCEED -> new ToChild.Proceed(question);
        case THROW -> new ToChild.Throw(question);
        case THROW_OWN_TYPE -> new ToChild.ThrowOwnType(question);
      };
    }
  }

  private final BiConsumer<HandlerCall, Answer> answers;
  private final List<HandlerCall> calls = new ArrayList<>();
  private final List<Hold> holds = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();

  Gate(BiConsumer<HandlerCall, Answer> answers) {
    this.answers = answers;
  }

  /** Returns every call so far, oldest first. */
  public synchronized List<HandlerCall> calls() {
    return List.copyOf(calls);
  }

  /** Holds the first call, of those still to come, that is of this kind. */
  public synchronized Hold holdNext(Predicate<HandlerCall> kind) {
    Hold hold = new Hold(this, kind);
    holds.add(hold);
    return hold;
  }

  /**
   * Answers calls of this kind in this way from now on, but for those that are held.
   *
   * @param times how many of them; the others are let go
   */
  public synchronized void answer(int times, Predicate<HandlerCall> kind, Answer answer) {
    rules.add(new Rule(kind, answer, new AtomicInteger(times)));
  }

  void ask(HandlerCall call) {
    if (!isHeld(call)) {
      answer(call, usual(call));
    }
  }

  private synchronized Answer usual(HandlerCall call) {
    return rules.stream()
        .filter(rule -> rule.covers(call))
        .findFirst()
        .map(Rule::answer)
        .orElse(Answer.PROCEED);
  }

  void answer(HandlerCall call, Answer answer) {
    if (answer == Answer.PROCEED) {
      call.answeredNow();
    } else {
      call.refusedNow();
    }
    answers.accept(call, answer);
  }

  private synchronized boolean isHeld(HandlerCall call) {
    calls.add(call);
    return holds.stream().anyMatch(hold -> hold.takes(call));
  }

  private record Rule(Predicate<HandlerCall> kind, Answer answer, AtomicInteger left) {

    boolean covers(HandlerCall call) {
      return kind.test(call) && left.getAndDecrement() > 0;
    }
  }
}
