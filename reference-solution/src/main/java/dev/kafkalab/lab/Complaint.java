package dev.kafkalab.lab;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Says on stderr what went wrong with a record. */
final class Complaint {

  private Complaint() {}

  static void print(String what, ConsumerRecord<?, ?> record, Object why) {
    // The reason may quote the record: on one line it cannot look like another message.
    String oneLine = String.valueOf(why).replaceAll("\\p{Cntrl}+", " ");
    System.err.printf(
        "%s %s-%d@%d: %s%n", what, record.topic(), record.partition(), record.offset(), oneLine);
  }
}
