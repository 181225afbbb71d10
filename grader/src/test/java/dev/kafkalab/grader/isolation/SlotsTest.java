package dev.kafkalab.grader.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlotsTest {

  @Test
  void nobodyHasANumberThatAnotherOneHas() {
    Slots slots = new Slots();
    Set<Integer> taken = new HashSet<>();

    for (int i = 0; i < 50; i++) {
      assertThat(taken.add(slots.take())).isTrue();
    }

    assertThat(taken).allMatch(slot -> slot >= 0 && slot < 50);
  }

  @Test
  void theNextGetsAnotherOneThanWhoHasJustEnded() {
    Slots slots = new Slots();

    for (int i = 0; i < 30; i++) {
      int slot = slots.take();
      slots.free(slot);
      int next = slots.take();
      assertThat(next).isNotEqualTo(slot).isLessThan(12);
      slots.free(next);
    }
  }
}
