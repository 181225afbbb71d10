package dev.kafkalab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.lab.Reading.Malformed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

  private static final Malformed FIRST = malformed(3);
  private static final Malformed SECOND = malformed(7);

  private final FailingProducer producer = new FailingProducer();
  private int opened;
  private final DeadLetters letters =
      new DeadLetters(
          "graveyard",
          () -> {
            opened++;
            return producer;
          });

  @Test
  void withoutMalformedRecordsNothingIsOpened() {
    assertThat(letters.deliver(List.of())).isEmpty();
    letters.close();
    assertThat(opened).isZero();
  }

  @Test
  void whatIsConfirmedIsDelivered() {
    assertThat(letters.deliver(List.of(FIRST, SECOND))).isEmpty();
    assertThat(producer.history()).hasSize(2).allMatch(sent -> sent.topic().equals("graveyard"));
  }

  @Test
  void aRefusedLetterIsNotDeliveredAndTheOthersAre() {
    producer.failures.add(new TimeoutException("no leader"));
    assertThat(letters.deliver(List.of(FIRST, SECOND))).containsExactly(FIRST);
  }

  @Test
  void aProducerThatThrowsCountsAsNotDelivered() {
    producer.sendException = new KafkaException("broken");
    assertThat(letters.deliver(List.of(FIRST, SECOND))).containsExactlyInAnyOrder(FIRST, SECOND);
  }

  @Test
  void aProducerThatCannotBeOpenedIsTriedAgain() {
    Deque<RuntimeException> failures = new ArrayDeque<>(List.of(new KafkaException("no address")));
    DeadLetters late =
        new DeadLetters(
            "graveyard",
            () -> {
              if (!failures.isEmpty()) {
                throw failures.remove();
              }
              return producer;
            });
    assertThat(late.deliver(List.of(FIRST))).containsExactly(FIRST);
    assertThat(late.deliver(List.of(FIRST))).isEmpty();
  }

  @Test
  void oneProducerServesAllAndIsClosedAtTheEnd() {
    assertThat(letters.deliver(List.of(FIRST))).isEmpty();
    assertThat(letters.deliver(List.of(SECOND))).isEmpty();
    letters.close();
    assertThat(opened).isOne();
    assertThat(producer.closed()).isTrue();
  }

  private static Malformed malformed(long offset) {
    return new Malformed(new ConsumerRecord<>("user-events", 1, offset, null, null), "no value");
  }

  /** Confirms at once, but fails as told first. */
  private static final class FailingProducer extends MockProducer<byte[], byte[]> {

    private final Deque<Exception> failures = new ArrayDeque<>();

    FailingProducer() {
      super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
      return failures.isEmpty()
          ? super.send(record)
          : CompletableFuture.failedFuture(failures.remove());
    }
  }
}
