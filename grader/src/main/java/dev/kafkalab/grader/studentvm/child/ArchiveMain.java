package dev.kafkalab.grader.studentvm.child;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Uses Kafka's clients and Jackson once, without any student's code, in a JVM that writes the
 * classes it has loaded into an archive when it ends.
 */
public final class ArchiveMain {

  private static final int MOST_POLLS = 100;

  private ArchiveMain() {}

  /**
   * Makes one round.
   *
   * @param args a broker's address, and a topic that exists there
   */
  public static void main(String[] args) throws Exception {
    Recorder.install(new Wire(OutputStream.nullOutputStream(), "")); // for its classes only
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            args[0],
            "group.id",
            args[1] + "-archive",
            "auto.offset.reset",
            "earliest",
            "enable.auto.commit",
            "false");
    byte[] value = Wire.JSON.writeValueAsBytes(Map.of("user_id", "user_1", "amount", 1.5));
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", args[0], "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] key = "user_1".getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(args[1], key, value)).get();
    }
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(args[1]));
      int polls = 0;
      while (consumer.poll(Duration.ofMillis(100)).isEmpty() && polls < MOST_POLLS) {
        polls++;
      }
      consumer.commitSync();
    }
    if (!Wire.JSON.readTree(value).isObject()) {
      throw new IllegalStateException("what was written as an object is none");
    }
  }
}
