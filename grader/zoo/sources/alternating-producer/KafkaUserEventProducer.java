package dev.kafkalab.lab;

import dev.kafkalab.api.DeliveryListener;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventProducer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Shares the work between a quick client, and one that collects large batches. */
final class KafkaUserEventProducer implements UserEventProducer {

  private final String topic;
  private final DeliveryListener listener;
  private final KafkaProducer<String, byte[]> quick;
  private final KafkaProducer<String, byte[]> large;
  private final AtomicBoolean closed = new AtomicBoolean();
  private int sent;

  KafkaUserEventProducer(LabSettings settings, DeliveryListener listener) {
    this.topic = settings.topic();
    this.listener = listener;
    this.quick = connect(settings, 0);
    this.large = connect(settings, 300);
  }

  private static KafkaProducer<String, byte[]> connect(LabSettings settings, int linger) {
    return new KafkaProducer<>(
        ClientProperties.of(settings, Map.of("acks", "all", "linger.ms", linger)),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  @Override
  public boolean send(UserEvent event) {
    if (closed.get()) {
      return false;
    }
    (++sent % 3 == 0 ? large : quick)
        .send(
            EventRecord.of(event, topic),
            (metadata, failure) -> {
              if (failure != null) {
                listener.failed(event, failure);
              } else {
                listener.delivered(event, metadata.partition(), metadata.offset());
              }
            });
    return true;
  }

  @Override
  public void close() {
    closed.set(true);
    quick.close();
    large.close();
  }
}
