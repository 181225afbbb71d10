package dev.kafkalab.lab;

import static org.apache.kafka.clients.producer.ProducerConfig.ACKS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG;

import dev.kafkalab.api.DeliveryListener;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventProducer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends each event with its user's id as the key, so that one user's events stay in order. */
final class KafkaUserEventProducer implements UserEventProducer {

  /**
   * Keeps records from being lost, duplicated or reordered. These are Kafka's defaults, but a base
   * property may override them. Retries stay at their default: {@code delivery.timeout.ms} bounds
   * them.
   */
  private static final Map<String, Object> OWN_PROPERTIES =
      Map.of(ACKS_CONFIG, "all", ENABLE_IDEMPOTENCE_CONFIG, true);

  private final String topic;
  private final DeliveryListener listener;
  private final Producer<String, byte[]> producer;
  private final AtomicBoolean closed = new AtomicBoolean();

  KafkaUserEventProducer(LabSettings settings, DeliveryListener listener) {
    this.topic = settings.topic();
    this.listener = listener;
    this.producer =
        new KafkaProducer<>(
            ClientProperties.of(settings, OWN_PROPERTIES),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the event's data is not JSON
   */
  @Override
  public boolean send(UserEvent event) {
    if (closed.get()) {
      return false;
    }
    Delivery delivery = new Delivery(event, listener);
    ProducerRecord<String, byte[]> record = EventRecord.of(event, topic);
    try {
      producer.send(record, delivery);
    } catch (KafkaException | IllegalStateException e) {
      // IllegalStateException: another thread closed the producer since the check above.
      return false;
    }
    return delivery.wasQueued();
  }

  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      // Without a timeout it sends what is queued and waits for each delivery to end: no flush()
      // needed. If the broker is unavailable, delivery.timeout.ms ends the wait.
      producer.close();
    }
  }
}
