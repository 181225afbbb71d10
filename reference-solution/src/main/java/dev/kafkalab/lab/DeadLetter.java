package dev.kafkalab.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkalab.api.RecordHeaders;
import dev.kafkalab.lab.Reading.Malformed;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes the record that carries a malformed one to the dead-letter topic. */
final class DeadLetter {

  private DeadLetter() {}

  /** Copies key, value and headers unchanged, and adds the reason and the record's origin. */
  static ProducerRecord<byte[], byte[]> of(Malformed malformed, String topic) {
    ConsumerRecord<byte[], byte[]> origin = malformed.record();
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(topic, null, origin.key(), origin.value(), origin.headers());
    add(letter, RecordHeaders.DEAD_LETTER_REASON, malformed.reason());
    add(letter, RecordHeaders.DEAD_LETTER_TOPIC, origin.topic());
    add(letter, RecordHeaders.DEAD_LETTER_PARTITION, String.valueOf(origin.partition()));
    add(letter, RecordHeaders.DEAD_LETTER_OFFSET, String.valueOf(origin.offset()));
    return letter;
  }

  private static void add(ProducerRecord<?, ?> letter, String name, String value) {
    letter.headers().add(name, value.getBytes(UTF_8));
  }
}
