package dev.kafkalab.lab;

import dev.kafkalab.api.DeliveryListener;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventProducer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Serializes by a class that the properties name; records carry the event's own time. */
public final class KafkaUserEventProducer implements UserEventProducer {
  public static final class EventSerializer implements Serializer<UserEvent> {
    @Override
    public byte[] serialize(String topic, UserEvent event) {
      try {
        return UserEventJson.write(event);
      } catch (IllegalArgumentException e) {
        throw new SerializationException(e);
      }
    }
  }

  private final String topic;
  private final DeliveryListener listener;
  private final KafkaProducer<String, UserEvent> kafka;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  KafkaUserEventProducer(LabSettings settings, DeliveryListener listener) {
    this.topic = settings.topic();
    this.listener = listener;
    this.kafka =
        new KafkaProducer<>(
            ClientProperties.of(
                settings,
                Map.of(
                    "key.serializer", StringSerializer.class.getName(),
                    "value.serializer", EventSerializer.class.getName(),
                    "acks", "-1",
                    "enable.idempotence", "true",
                    "retries", "2147483647",
                    "max.in.flight.requests.per.connection", "5",
                    "client.id", "user-activity-producer")));
  }

  @Override
  public boolean send(UserEvent event) {
    lock.readLock().lock();
    try {
      if (closed) {
        return false;
      }
      kafka.send(
          new ProducerRecord<>(topic, null, event.timestamp().toEpochMilli(), event.userId(), event),
          (m, e) -> {
            if (e != null) {
              listener.failed(event, e);
            } else {
              listener.delivered(event, m.partition(), m.offset());
            }
          });
      return true;
    } catch (SerializationException e) {
      return false;
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
    } finally {
      lock.writeLock().unlock();
    }
    kafka.flush();
    kafka.close(Duration.ofSeconds(60));
  }
}
