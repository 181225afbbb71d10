package dev.kafkalab.grader.evidence;

import static dev.kafkalab.grader.criteria.trace.Scene.LOGOUT;
import static dev.kafkalab.grader.studentvm.HandlerCalls.callWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.api.UserEvent;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventIdentityTest {

  @Test
  void aCallIsAboutAnEventWhoseTimeADoubleHasMoved() {
    assertThat(isAbout(Duration.ZERO)).isTrue();
    assertThat(isAbout(Duration.ofNanos(-41))).isTrue();
    assertThat(isAbout(Duration.ofMillis(-1))).isTrue();
    assertThat(isAbout(Duration.ofMillis(3))).isFalse();
  }

  @Test
  void aCallWithoutAnEventIsAboutNothing() {
    assertThat(EventIdentity.isAbout(callWith(null), LOGOUT)).isFalse();
  }

  private static boolean isAbout(Duration off) {
    UserEvent given =
        new UserEvent("user_7", UserEvent.LOGOUT, LOGOUT.timestamp().plus(off), Map.of());
    return EventIdentity.isAbout(callWith(given), LOGOUT);
  }
}
