package dev.kafkalab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.api.ConsumerMetrics;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventHandler;
import dev.kafkalab.lab.Reading.Good;
import dev.kafkalab.lab.Reading.Malformed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class EventDispatcherTest {

  private static final ConsumerRecord<byte[], byte[]> RECORD =
      new ConsumerRecord<>("user-events", 0, 0, null, null);

  private final List<String> calls = new ArrayList<>();
  private final EventCounts counts = new EventCounts();
  private final EventDispatcher dispatcher = new EventDispatcher(new Recorder(), counts);

  @Test
  void eachTypeHasItsMethod() {
    List.of("login", "purchase", "logout", "click", "Login").forEach(this::handle);
    assertThat(calls).containsExactly("onLogin", "onPurchase", "onLogout", "onOther", "onOther");
  }

  @Test
  void handledEventsAreCountedByTheirType() {
    List.of("login", "click", "login").forEach(this::handle);
    assertThat(counts.metrics())
        .isEqualTo(new ConsumerMetrics(Map.of("login", 2L, "click", 1L), 0));
  }

  @Test
  void anEventThatTheHandlerFailsOnIsPassedOverAndNotCounted() {
    List.of("logout", "throw", "logout").forEach(this::handle);
    assertThat(calls).containsExactly("onLogout", "onOther", "onLogout");
    assertThat(counts.metrics()).isEqualTo(new ConsumerMetrics(Map.of("logout", 2L), 0));
  }

  @Test
  void aMalformedRecordIsCountedApart() {
    dispatcher.handle(new Malformed(RECORD, "no value"));
    assertThat(calls).isEmpty();
    assertThat(counts.metrics()).isEqualTo(new ConsumerMetrics(Map.of(), 1));
  }

  private void handle(String type) {
    dispatcher.handle(new Good(RECORD, new UserEvent("ann", type, Instant.EPOCH, Map.of())));
  }

  private final class Recorder implements UserEventHandler {

    @Override
    public void onLogin(UserEvent event) {
      calls.add("onLogin");
    }

    @Override
    public void onPurchase(UserEvent event) {
      calls.add("onPurchase");
    }

    @Override
    public void onLogout(UserEvent event) {
      calls.add("onLogout");
    }

    @Override
    public void onOther(UserEvent event) {
      calls.add("onOther");
      if (event.eventType().equals("throw")) {
        throw new IllegalStateException("as told");
      }
    }
  }
}
