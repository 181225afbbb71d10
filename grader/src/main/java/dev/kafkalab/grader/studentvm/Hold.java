package dev.kafkalab.grader.studentvm;

import dev.kafkalab.grader.studentvm.Gate.Answer;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A place at the gate for one call that is not let go yet. */
public final class Hold {

  private final Gate gate;
  private final Predicate<HandlerCall> kind;
  private @Nullable HandlerCall taken;
  private boolean letGo;

  Hold(Gate gate, Predicate<HandlerCall> kind) {
    this.gate = gate;
    this.kind = kind;
  }

  synchronized boolean takes(HandlerCall call) {
    if (letGo || taken != null || !kind.test(call)) {
      return false;
    }
    taken = call;
    call.heldNow();
    return true;
  }

  /** Returns the call that is held here, or was; empty while none has come. */
  public synchronized Optional<HandlerCall> taken() {
    return Optional.ofNullable(taken);
  }

  /** Lets the held call go with this answer; where none has come yet, none will be held. */
  public void letGo(Answer answer) {
    end().filter(call -> !call.answered()).ifPresent(call -> gate.answer(call, answer));
  }

  /**
   * Whoever was waited for in vain must not stand here for ever, when nobody lets it go any more.
   */
  private synchronized Optional<HandlerCall> end() {
    letGo = true;
    return Optional.ofNullable(taken);
  }
}
