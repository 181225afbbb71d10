package dev.kafkalab.lab;

import dev.kafkalab.api.DeliveryListener;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventProducer;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** One thread of its own sends, another one tells the listener: send() never blocks. */
final class KafkaUserEventProducer implements UserEventProducer {
  private final ExecutorService sender = Executors.newSingleThreadExecutor();
  private final ExecutorService teller = Executors.newSingleThreadExecutor();
  private final DeliveryListener listener;
  private final String topic;
  private final LabSettings settings;
  private Producer<String, String> producer; // of the sender thread

  KafkaUserEventProducer(LabSettings settings, DeliveryListener listener) {
    this.settings = settings;
    this.listener = listener;
    this.topic = settings.topic();
  }

  @Override
  public boolean send(UserEvent event) {
    String value = new String(UserEventJson.write(event), java.nio.charset.StandardCharsets.UTF_8);
    try {
      sender.execute(() -> reallySend(event, value));
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  private void reallySend(UserEvent event, String value) {
    try {
      if (producer == null) {
        producer =
            new KafkaProducer<>(
                ClientProperties.of(settings, Map.of("acks", "all", "enable.idempotence", true, "linger.ms", 500)),
                new StringSerializer(),
                new StringSerializer());
      }
      producer.send(
          new ProducerRecord<>(topic, event.userId(), value),
          (metadata, failure) ->
              teller.execute(
                  () -> {
                    if (failure == null) {
                      listener.delivered(event, metadata.partition(), metadata.offset());
                    } else {
                      listener.failed(event, failure);
                    }
                  }));
    } catch (KafkaException e) {
      teller.execute(() -> listener.failed(event, e));
    }
  }

  @Override
  public void close() {
    if (sender.isShutdown()) {
      return;
    }
    sender.shutdown();
    await(sender);
    if (producer != null) {
      producer.close();
    }
    teller.shutdown();
    await(teller);
  }

  private static void await(ExecutorService executor) {
    boolean interrupted = false;
    while (true) {
      try {
        if (executor.awaitTermination(1, TimeUnit.HOURS)) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
