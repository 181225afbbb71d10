package dev.kafkalab.grader.studentvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.studentvm.Gate.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

  private final List<Answer> answers = new ArrayList<>();
  private final Gate gate = new Gate((call, answer) -> answers.add(answer));

  @Test
  void aCallThatIsHeldIsAnsweredWhenItIsLetGo() {
    Hold hold = gate.holdNext(call -> true);
    HandlerCall held = HandlerCalls.callWith(null);
    gate.ask(held);

    assertThat(hold.taken()).contains(held);
    assertThat(answers).isEmpty();

    hold.letGo(Answer.THROW);
    assertThat(answers).containsExactly(Answer.THROW);
  }

  @Test
  void theNextCallGoesThrough() {
    Hold hold = gate.holdNext(call -> true);
    gate.ask(HandlerCalls.callWith(null));
    gate.ask(HandlerCalls.callWith(null));

    assertThat(answers).containsExactly(Answer.PROCEED);
    hold.letGo(Answer.PROCEED);
    hold.letGo(Answer.PROCEED);
    assertThat(answers).containsExactly(Answer.PROCEED, Answer.PROCEED);
  }

  @Test
  void aCallThatComesTooLateIsNotHeldForEver() {
    Hold hold = gate.holdNext(call -> true);
    hold.letGo(Answer.THROW);
    gate.ask(HandlerCalls.callWith(null));

    assertThat(hold.taken()).isEmpty();
    assertThat(answers).containsExactly(Answer.PROCEED);
  }
}
