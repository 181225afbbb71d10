package dev.kafkalab.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each test says poll by poll what happens; behind the last one the loop is told to stop. */
@Timeout(30)
class EventLoopTest {

  private static final String TOPIC = "user-events";
  private static final TopicPartition P0 = new TopicPartition(TOPIC, 0);
  private static final TopicPartition P1 = new TopicPartition(TOPIC, 1);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final List<String> handled = new ArrayList<>();
  private boolean stopped;

  @BeforeEach
  void ownTwoPartitions() {
    onPoll(
        () -> {
          consumer.rebalance(List.of(P0, P1));
          consumer.updateBeginningOffsets(Map.of(P0, 0L, P1, 0L));
        });
  }

  @Test
  void whatWasHandledIsCommittedOnceForEachBatch() {
    onPoll(
        () -> {
          add(P0, 0, event("a"));
          add(P0, 1, event("b"));
          add(P1, 0, event("c"));
        });
    run();
    assertThat(handled).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(committed(P0)).isEqualTo(2);
    assertThat(committed(P1)).isEqualTo(1);
  }

  @Test
  void aMalformedRecordBecomesADeadLetterAndIsCommittedPast() {
    onPoll(
        () -> {
          add(P0, 0, event("a"));
          add(P0, 1, "oops");
          add(P0, 2, event("b"));
        });
    run();
    assertThat(handled).containsExactly("a", "b");
    assertThat(producer.history()).hasSize(1);
    assertThat(producer.history().get(0).value()).isEqualTo("oops".getBytes(UTF_8));
    assertThat(committed(P0)).isEqualTo(3);
  }

  @Test
  void withoutItsDeadLetterAMalformedRecordIsNotPassed() {
    producer.sendException = new KafkaException("no such topic");
    onPoll(
        () -> {
          add(P0, 0, event("a"));
          add(P0, 1, "oops");
          add(P0, 2, event("b"));
          add(P1, 0, event("c"));
        });
    run();
    assertThat(handled).containsExactlyInAnyOrder("a", "c");
    assertThat(committed(P0)).isEqualTo(1);
    assertThat(committed(P1)).isEqualTo(1);
    assertThat(consumer.position(P0)).isEqualTo(1);
    assertThat(consumer.paused()).containsExactly(P0);
  }

  @Test
  void onceTheDeadLetterIsDeliveredThePartitionGoesOnAndRepeatsNothing() {
    producer.sendException = new KafkaException("no such topic");
    onPoll(
        () -> {
          add(P0, 0, event("a"));
          add(P0, 1, "oops");
          add(P0, 2, event("b"));
        });
    onPoll(
        () -> {
          producer.sendException = null;
          consumer.resume(Set.of(P0));
          add(P0, 1, "oops");
          add(P0, 2, event("b"));
        });
    run();
    assertThat(handled).containsExactly("a", "b");
    assertThat(committed(P0)).isEqualTo(3);
  }

  @Test
  void toldToStopInABatchItCommitsWhatWasHandled() {
    onPoll(
        () -> {
          add(P0, 0, event("a"));
          add(P0, 1, event("stop"));
          add(P0, 2, event("b"));
        });
    run();
    assertThat(handled).containsExactly("a", "stop");
    assertThat(committed(P0)).isEqualTo(2);
  }

  @Test
  void toldToStopInThePollItLeavesTheBatchToTheNextStart() {
    onPoll(
        () -> {
          add(P0, 0, "oops");
          stopped = true;
        });
    run();
    assertThat(producer.history()).isEmpty();
    assertThat(committed(P0)).isZero();
  }

  @Test
  void aWakeupEndsThePollAndNotTheLoop() {
    onPoll(
        () -> {
          throw new WakeupException();
        });
    onPoll(() -> add(P0, 0, event("a")));
    run();
    assertThat(handled).containsExactly("a");
  }

  private void run() {
    onPoll(() -> stopped = true);
    EventDispatcher dispatcher = new EventDispatcher(new Recorder(), new EventCounts());
    DeadLetters letters = new DeadLetters("graveyard", () -> producer);
    new EventLoop(consumer, dispatcher, letters, () -> stopped).run(TOPIC);
  }

  private void onPoll(Runnable task) {
    consumer.schedulePollTask(task);
  }

  private void add(TopicPartition partition, long offset, String value) {
    byte[] bytes = value.getBytes(UTF_8);
    consumer.addRecord(
        new ConsumerRecord<>(partition.topic(), partition.partition(), offset, null, bytes));
  }

  private static String event(String userId) {
    return "{\"user_id\":\"%s\",\"event_type\":\"login\",\"timestamp\":1}".formatted(userId);
  }

  private long committed(TopicPartition partition) {
    OffsetAndMetadata offset = consumer.committed(Set.of(partition)).get(partition);
    return offset == null ? 0 : offset.offset();
  }

  private final class Recorder implements UserEventHandler {

    @Override
    public void onLogin(UserEvent event) {
      handled.add(event.userId());
      if (event.userId().equals("stop")) {
        stopped = true;
      }
    }

    @Override
    public void onPurchase(UserEvent event) {}

    @Override
    public void onLogout(UserEvent event) {}

    @Override
    public void onOther(UserEvent event) {}
  }
}
