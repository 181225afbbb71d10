package dev.kafkalab.grader.child;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventHandler;
import dev.kafkalab.grader.wire.CarriedEvent;
import dev.kafkalab.grader.wire.FromChild.HandlerCalled;
import dev.kafkalab.grader.wire.ToChild.Answer;
import dev.kafkalab.grader.wire.ToChild.Throw;
import dev.kafkalab.grader.wire.ToChild.ThrowOwnType;
import org.jspecify.annotations.Nullable;

/**
 * Is the gate: each call becomes a question to the grader and returns when the grader has answered.
 */
final class AskingHandler implements UserEventHandler {

  private static final String REFUSAL = "The handler refuses this event (thrown by the grader)";

  private final GraderPipe pipe;
  private final String part;
  private final Questions questions;

  AskingHandler(GraderPipe pipe, String part, Questions questions) {
    this.pipe = pipe;
    this.part = part;
    this.questions = questions;
  }

  @Override
  public void onLogin(UserEvent event) {
    ask("onLogin", event);
  }

  @Override
  public void onPurchase(UserEvent event) {
    ask("onPurchase", event);
  }

  @Override
  public void onLogout(UserEvent event) {
    ask("onLogout", event);
  }

  @Override
  public void onOther(UserEvent event) {
    ask("onOther", event);
  }

  private void ask(String method, @Nullable UserEvent event) {
    CarriedEvent carried = CarriedEvent.ofNullable(event);
    Answer answer =
        questions.ask(question -> pipe.send(new HandlerCalled(question, part, method, carried)));
    if (answer instanceof Throw) {
      throw new IllegalStateException(REFUSAL);
    }
    if (answer instanceof ThrowOwnType) {
      throw new EventRefused(REFUSAL);
    }
  }
}
