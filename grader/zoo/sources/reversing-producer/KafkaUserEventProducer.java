package dev.kafkalab.lab;

import dev.kafkalab.api.DeliveryListener;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventProducer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Collects events for some milliseconds and sends the newest first. */
final class KafkaUserEventProducer implements UserEventProducer {

  private final String topic;
  private final DeliveryListener listener;
  private final KafkaProducer<String, byte[]> producer;
  private final Deque<UserEvent> collected = new ArrayDeque<>();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private boolean closed;

  KafkaUserEventProducer(LabSettings settings, DeliveryListener listener) {
    this.topic = settings.topic();
    this.listener = listener;
    this.producer =
        new KafkaProducer<>(
            ClientProperties.of(settings, Map.of("acks", "all", "enable.idempotence", true)),
            new StringSerializer(),
            new ByteArraySerializer());
    timer.scheduleWithFixedDelay(this::sendCollected, 50, 50, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized boolean send(UserEvent event) {
    if (closed) {
      return false;
    }
    collected.push(event);
    return true;
  }

  private synchronized void sendCollected() {
    while (!collected.isEmpty()) {
      UserEvent event = collected.pop();
      producer.send(
          EventRecord.of(event, topic),
          (metadata, failure) -> {
            if (failure != null) {
              listener.failed(event, failure);
            } else {
              listener.delivered(event, metadata.partition(), metadata.offset());
            }
          });
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    timer.shutdown();
    sendCollected();
    producer.close();
  }
}
