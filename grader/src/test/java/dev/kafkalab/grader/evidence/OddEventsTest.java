package dev.kafkalab.grader.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.api.UserEvent;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OddEventsTest {

  private final OddEvents odd = new OddEvents(new EventGenerator(7));

  @Test
  void usersAreDifferentButLookAlike() {
    List<String> users = odd.users();

    assertThat(users).doesNotHaveDuplicates();
    assertThat(users.stream().map(user -> user.toLowerCase(Locale.ROOT)).distinct().count())
        .isLessThan(users.size());
    assertThat(users.stream().map(String::strip).distinct().count()).isLessThan(users.size());
    assertThat(users).anyMatch(user -> user.matches("[1-9]\\d*")).anyMatch(u -> u.length() > 2_000);
  }

  @Test
  void everyUserAndEveryKindOfNumberOccurs() {
    List<String> users = odd.users();
    List<UserEvent> events = odd.all(users);

    assertThat(events).extracting(UserEvent::userId).containsAll(users);
    assertThat(events).extracting(UserEvent::eventType).contains("login_failed", "purchases");
    assertThat(events).extracting(event -> event.data().get("amount")).contains(12, 3_000_000_000L);
    assertThat(events)
        .allSatisfy(
            event -> assertThat(LabJson.differences(event, LabJson.write(event))).isEmpty());
  }
}
