package dev.kafkalab.grader.evidence;

import static dev.kafkalab.grader.studentvm.HandlerCalls.callWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.studentvm.HandlerCall;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventLedgerTest {

  private static final Instant NOON = Instant.parse("2025-12-04T12:00:00.346Z");

  private final PublishedEvent first = published(0, 0, event("login", 0, Map.of("tags", "a")));
  private final PublishedEvent second = published(0, 1, event("purchase", 5, Map.of("item", "x")));
  private final PublishedEvent third = published(0, 2, event("logout", 10, Map.of()));
  private final PublishedEvent elsewhere = published(1, 0, event("logout", 15, Map.of()));
  private final EventLedger ledger = new EventLedger();

  @BeforeEach
  void enterAll() {
    ledger.add(List.of(first, second, third, elsewhere));
  }

  @Test
  void nothingIsWrongWhereEachEventWasHandledOnceInItsOrder() {
    List<HandlerCall> calls = callsWith(first, elsewhere, second, third);

    assertThat(ledger.published()).containsExactly(first, second, third, elsewhere);
    assertThat(ledger.missing(calls)).isEmpty();
    assertThat(ledger.repeated(calls)).isEmpty();
    assertThat(ledger.firstOutOfOrder(calls)).isEmpty();
  }

  @Test
  void anEventThatNoCallWasAboutIsMissing() {
    assertThat(ledger.missing(callsWith(first, third))).containsExactly(second, elsewhere);
  }

  @Test
  void anEventThatTwoCallsWereAboutIsRepeated() {
    List<HandlerCall> calls = callsWith(first, second, first, third, elsewhere);

    assertThat(ledger.repeated(calls)).containsExactly(first);
    assertThat(ledger.firstOutOfOrder(calls)).isEmpty();
  }

  @Test
  void anEventThatCameAfterALaterOneOfItsPartitionIsOutOfOrder() {
    assertThat(ledger.firstOutOfOrder(callsWith(first, third, second))).contains(second);
  }

  @Test
  void partitionsHaveNoOrderAmongEachOther() {
    assertThat(ledger.firstOutOfOrder(callsWith(elsewhere, first, second, third))).isEmpty();
  }

  @Test
  void aCallWithoutAnEventIsAboutNothing() {
    assertThat(ledger.sightings(List.of(callWith(null))).get(0).source()).isNull();
  }

  @Test
  void aCallWithAnEventOfSomebodyElseIsAboutNothing() {
    UserEvent strange = new UserEvent("user_2", "login", NOON, Map.of("tags", "a"));

    assertThat(sourceOf(strange)).isNull();
  }

  @Test
  void aCallAboutAnEventOfTheWholeIsNotAboutOneOfThePartThatIsAlike() {
    EventLedger part = ledger.part();
    PublishedEvent twin = published(0, 3, event("purchase", 20, Map.of("item", "x")));
    part.add(List.of(twin));

    assertThat(part.missing(callsWith(second))).containsExactly(twin);
    assertThat(part.repeated(callsWith(second, twin))).isEmpty();
    assertThat(part.sources(callsWith(second, twin))).containsExactly(twin);
    assertThat(part.published()).containsExactly(twin);
    assertThat(ledger.published()).contains(twin);
  }

  @Test
  void aPartTellsAnEventWhoseTimeWasMangledByItsData() {
    UserEvent mangled = new UserEvent("user_1", "purchase", Instant.EPOCH, Map.of("item", "x"));

    EventLedger part = ledger.part(List.of(second));

    assertThat(part.sightings(List.of(callWith(mangled))).get(0).source()).isEqualTo(second);
    assertThat(ledger.part(List.of(first)).missing(List.of(callWith(mangled))))
        .containsExactly(first);
  }

  @Test
  void anEventWhoseTimeWasMangledIsToldByItsData() {
    UserEvent mangled = new UserEvent("user_1", "purchase", Instant.EPOCH, Map.of("item", "x"));

    assertThat(sourceOf(mangled)).isEqualTo(second);
  }

  @Test
  void anEventWithoutDataWhoseTimeWasMangledIsToldByNothing() {
    assertThat(sourceOf(new UserEvent("user_1", "logout", Instant.EPOCH, Map.of()))).isNull();
  }

  @Test
  void aMangledTimeIsNoGuideBetweenTwoEventsThatAreAlike() {
    ledger.add(List.of(published(2, 0, event("purchase", 20, Map.of("item", "x")))));
    UserEvent mangled = new UserEvent("user_1", "purchase", Instant.EPOCH, Map.of("item", "x"));

    assertThat(sourceOf(mangled)).isNull();
  }

  @Test
  void anEventWhoseDataWasMangledIsToldByItsUserAndTime() {
    assertThat(sourceOf(event("other", 5, Map.of()))).isEqualTo(second);
  }

  @Test
  void aTimeThatADoubleCutOffAMillisecondStillTellsTheEvent() {
    assertThat(sourceOf(event("logout", 9, Map.of()))).isEqualTo(third);
    assertThat(sourceOf(event("logout", 11, Map.of()))).isEqualTo(third);
    assertThat(sourceOf(event("logout", 12, Map.of()))).isNull();
  }

  @Test
  void aTimeWithTheLastDigitsOfADoubleStillTellsTheEvent() {
    Instant rounded = third.event().timestamp().minusNanos(41);

    assertThat(sourceOf(new UserEvent("user_1", "logout", rounded, Map.of()))).isEqualTo(third);
  }

  private static List<HandlerCall> callsWith(PublishedEvent... events) {
    return Arrays.stream(events).map(event -> callWith(event.event())).toList();
  }

  private PublishedEvent sourceOf(UserEvent event) {
    return ledger.sightings(List.of(callWith(event))).get(0).source();
  }

  private static PublishedEvent published(int partition, long offset, UserEvent event) {
    return new PublishedEvent(event, new TopicPartition("events", partition), offset);
  }

  private static UserEvent event(String type, int millis, Map<String, Object> data) {
    return new UserEvent("user_1", type, NOON.plusMillis(millis), data);
  }
}
