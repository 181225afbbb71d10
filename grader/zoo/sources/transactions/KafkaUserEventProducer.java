package dev.kafkalab.lab;

import dev.kafkalab.api.DeliveryListener;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventProducer;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends each event in a transaction of its own, and waits until it is committed. */
final class KafkaUserEventProducer implements UserEventProducer {

  private final String topic;
  private final DeliveryListener listener;
  private final KafkaProducer<String, byte[]> producer;
  private boolean closed;

  KafkaUserEventProducer(LabSettings settings, DeliveryListener listener) {
    this.topic = settings.topic();
    this.listener = listener;
    this.producer =
        new KafkaProducer<>(
            ClientProperties.of(
                settings, Map.of("acks", "all", "transactional.id", UUID.randomUUID().toString())),
            new StringSerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
  }

  @Override
  public synchronized boolean send(UserEvent event) {
    if (closed) {
      return false;
    }
    producer.beginTransaction();
    RecordMetadata metadata;
    try {
      metadata = producer.send(EventRecord.of(event, topic)).get();
      producer.commitTransaction();
    } catch (InterruptedException | ExecutionException | KafkaException e) {
      producer.abortTransaction();
      listener.failed(event, e);
      return true;
    }
    listener.delivered(event, metadata.partition(), metadata.offset());
    return true;
  }

  @Override
  public synchronized void close() {
    closed = true;
    producer.close();
  }
}
