package dev.kafkalab.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kafkalab.api.RecordHeaders;
import dev.kafkalab.api.UserEvent;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes the record that carries an event. */
final class EventRecord {

  private static final byte[] SOURCE = "user-activity-producer".getBytes(UTF_8);

  /** Tells readers how to read the value, once there is more than one format. */
  private static final byte[] VERSION = "1".getBytes(UTF_8);

  private EventRecord() {}

  /**
   * Makes a record with the user's id as its key, and with headers that say where it comes from.
   *
   * @throws IllegalArgumentException if the event's data is not JSON
   */
  static ProducerRecord<String, byte[]> of(UserEvent event, String topic) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, event.userId(), UserEventJson.write(event));
    record.headers().add(RecordHeaders.SOURCE, SOURCE).add(RecordHeaders.VERSION, VERSION);
    return record;
  }
}
