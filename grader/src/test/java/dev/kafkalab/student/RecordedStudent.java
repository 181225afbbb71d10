package dev.kafkalab.student;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Uses Kafka's clients as a student would, without a broker, from a package like a student's. */
public final class RecordedStudent {

  private RecordedStudent() {}

  /** Consumes nothing, commits an offset and closes. */
  public static void consume() {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", "localhost:1");
    settings.put("group.id", "readers");
    settings.put("enable.auto.commit", "false");
    try (OwnConsumer consumer = new OwnConsumer(settings)) {
      TopicPartition partition = new TopicPartition("user-events", 2);
      consumer.assign(List.of(partition));
      for (int i = 0; i < 3; i++) {
        consumer.poll(Duration.ZERO);
      }
      consumer.commitAsync(Map.of(partition, new OffsetAndMetadata(7)), null);
      consumer.commitAsync();
      run(consumer::wakeup);
    }
  }

  /** Sends a record that never arrives. */
  public static void produce() {
    Map<String, Object> settings = Map.of("bootstrap.servers", "localhost:1", "max.block.ms", 1);
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    producer.send(new ProducerRecord<>("user-events", 1, null, "{}"));
    producer.close(Duration.ZERO);
  }

  private static void run(Runnable action) {
    Thread thread = new Thread(action);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A consumer of the student's own kind. */
  private static final class OwnConsumer extends KafkaConsumer<String, String> {
    OwnConsumer(Properties settings) {
      super(settings, new StringDeserializer(), new StringDeserializer());
    }

    @Override
    public void close() {
      close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
    }
  }
}
