package dev.kafkalab.grader.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.api.UserEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventGeneratorTest {

  @Test
  void theSameSeedGivesTheSameEvents() {
    assertThat(draw(7)).isEqualTo(draw(7));
  }

  @Test
  void anotherSeedGivesOtherEvents() {
    assertThat(draw(7)).isNotEqualTo(draw(8));
  }

  @Test
  void usersAreAllDifferent() {
    assertThat(new EventGenerator(7).users(100)).doesNotHaveDuplicates().hasSize(100);
  }

  /** A consumer that rounds a time by a millisecond must not hit another event's. */
  @Test
  void timesAreSoFarApartThatRoundingCannotConfuseThem() {
    List<UserEvent> events = new EventGenerator(7).events(List.of("user_1"), 20_000);

    for (int i = 1; i < events.size(); i++) {
      assertThat(Duration.between(events.get(i - 1).timestamp(), events.get(i).timestamp()))
          .isGreaterThanOrEqualTo(Duration.ofMillis(3));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
  void threeEventsAreOfAllThreeTypes(long seed) {
    assertThat(new EventGenerator(seed).events(List.of("user_1"), 3))
        .extracting(UserEvent::eventType)
        .containsExactlyInAnyOrder("login", "purchase", "logout");
  }

  @Test
  void everyEventIsWhatItsOwnJsonSays() {
    assertThat(draw(7))
        .allSatisfy(
            event -> assertThat(LabJson.differences(event, LabJson.write(event))).isEmpty());
  }

  private static List<UserEvent> draw(long seed) {
    EventGenerator generator = new EventGenerator(seed);
    return generator.events(generator.users(4), 50);
  }

  @Test
  void everyItemIsBoughtOnce() {
    EventGenerator events = new EventGenerator(7);

    List<UserEvent> purchases = events.everyItem(events.oddUser());

    assertThat(purchases).extracting(event -> event.data().get("item")).doesNotHaveDuplicates();
    assertThat(purchases)
        .extracting(event -> String.valueOf(event.data().get("item")))
        .anyMatch(item -> item.contains("\t") && item.contains("\\"))
        .anyMatch(item -> item.contains("\""));
    assertThat(purchases).allMatch(event -> event.userId().contains("\"用户\" \\"));
  }

  @Test
  void usersAreInAllPartitionsForWhoeverDividesTheirNumbersByHand() {
    for (int seed = 0; seed < 500; seed++) {
      assertThat(new EventGenerator(seed).users(12))
          .extracting(user -> Math.floorMod(user.hashCode(), 3))
          .contains(0, 1, 2);
    }
  }
}
