package dev.kafkalab.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.api.RecordHeaders;
import dev.kafkalab.lab.Reading.Malformed;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

  private static final byte[] KEY = {1, -2};
  private static final byte[] VALUE = {-3, 4};

  @Test
  void keyAndValueAreTheSameBytes() {
    ProducerRecord<byte[], byte[]> letter = letterFor(KEY, VALUE);
    assertThat(letter.topic()).isEqualTo("graveyard");
    assertThat(letter.key()).isEqualTo(KEY);
    assertThat(letter.value()).isEqualTo(VALUE);
  }

  @Test
  void whatIsMissingStaysMissing() {
    ProducerRecord<byte[], byte[]> letter = letterFor(null, null);
    assertThat(letter.key()).isNull();
    assertThat(letter.value()).isNull();
  }

  @Test
  void headersSayWhyAndFromWhere() {
    ProducerRecord<byte[], byte[]> letter = letterFor(KEY, VALUE);
    assertThat(header(letter, RecordHeaders.DEAD_LETTER_REASON)).isEqualTo("déjà vu");
    assertThat(header(letter, RecordHeaders.DEAD_LETTER_TOPIC)).isEqualTo("user-events");
    assertThat(header(letter, RecordHeaders.DEAD_LETTER_PARTITION)).isEqualTo("2");
    assertThat(header(letter, RecordHeaders.DEAD_LETTER_OFFSET)).isEqualTo("41");
  }

  @Test
  void theRecordsOwnHeadersAreKept() {
    assertThat(header(letterFor(KEY, VALUE), RecordHeaders.SOURCE)).isEqualTo("somebody");
  }

  private static ProducerRecord<byte[], byte[]> letterFor(byte[] key, byte[] value) {
    ConsumerRecord<byte[], byte[]> origin = new ConsumerRecord<>("user-events", 2, 41, key, value);
    origin.headers().add(RecordHeaders.SOURCE, "somebody".getBytes(UTF_8));
    return DeadLetter.of(new Malformed(origin, "déjà vu"), "graveyard");
  }

  private static String header(ProducerRecord<?, ?> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }
}
