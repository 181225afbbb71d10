package dev.kafkalab.lab;

import dev.kafkalab.api.DeliveryListener;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventProducer;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import java.util.concurrent.Future;

/** Keeps the futures and checks them: no callback. close() reports all that are not reported yet. */
final class KafkaUserEventProducer implements UserEventProducer {
  private record Sent(UserEvent event, Future<RecordMetadata> future) {}

  private final ConcurrentLinkedQueue<Sent> open = new ConcurrentLinkedQueue<>();
  private final KafkaProducer<String, String> producer;
  private final DeliveryListener listener;
  private final String topic;
  private final Thread watcher = new Thread(this::watch, "watcher");
  private volatile boolean closed;
  private volatile boolean flushed;

  KafkaUserEventProducer(LabSettings settings, DeliveryListener listener) {
    this.topic = settings.topic();
    this.listener = listener;
    this.producer =
        new KafkaProducer<>(
            ClientProperties.of(
                settings,
                Map.of(
                    "acks", "all",
                    "enable.idempotence", true,
                    "linger.ms", 50,
                    "compression.type", "zstd",
                    "retry.backoff.ms", 700,
                    "reconnect.backoff.ms", 500,
                    "reconnect.backoff.max.ms", 2000,
                    "request.timeout.ms", 5000,
                    "delivery.timeout.ms", 90000)),
            new StringSerializer(),
            new StringSerializer());
    watcher.setDaemon(true);
    watcher.start();
  }

  @Override
  public synchronized boolean send(UserEvent event) {
    if (closed) {
      return false;
    }
    String value = new String(UserEventJson.write(event), java.nio.charset.StandardCharsets.UTF_8);
    try {
      open.add(new Sent(event, producer.send(new ProducerRecord<>(topic, event.userId(), value))));
      return true;
    } catch (KafkaException e) {
      return false;
    }
  }

  private void watch() {
    while (!flushed || !open.isEmpty()) {
      Sent sent = open.peek();
      try {
        if (sent == null) {
          Thread.sleep(10);
          continue;
        }
        RecordMetadata m = sent.future.get();
        listener.delivered(sent.event, m.partition(), m.offset());
      } catch (java.util.concurrent.ExecutionException e) {
        listener.failed(sent.event, e.getCause() instanceof Exception x ? x : e);
      } catch (InterruptedException e) {
        return;
      }
      open.remove();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    producer.close();
    flushed = true;
    try {
      watcher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
