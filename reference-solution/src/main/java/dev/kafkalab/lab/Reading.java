package dev.kafkalab.lab;

import dev.kafkalab.api.UserEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a record turned out to be. */
sealed interface Reading {

  ConsumerRecord<byte[], byte[]> record();

  /** A record that is an event. */
  record Good(ConsumerRecord<byte[], byte[]> record, UserEvent event) implements Reading {}

  /** A record that is not an event, and why. */
  record Malformed(ConsumerRecord<byte[], byte[]> record, String reason) implements Reading {}

  /** Reads a record, whatever it contains. */
  static Reading of(ConsumerRecord<byte[], byte[]> record) {
    try {
      return new Good(record, UserEventJson.read(record.value()));
    } catch (MalformedEventException e) {
      return new Malformed(record, String.valueOf(e.getMessage()));
    }
  }
}
