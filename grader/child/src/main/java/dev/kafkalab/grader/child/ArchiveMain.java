package dev.kafkalab.grader.child;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kafkalab.api.UserEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Uses what a solution uses once, without any student's code, in a JVM that writes the classes it
 * has loaded into an archive when it ends.
 */
public final class ArchiveMain {

  private static final int MOST_POLLS = 100;

  private static final UserEvent EVENT =
      new UserEvent(
          "user_1",
          UserEvent.PURCHASE,
          Instant.EPOCH,
          Map.of(
              "amount", new BigDecimal("1.5"), "items", List.of(Map.of("sku", "ü", "count", 2))));

  private final Map<String, Object> address;
  private final String topic;

  private ArchiveMain(String bootstrapServers, String topic) {
    this.address = Map.of("bootstrap.servers", bootstrapServers);
    this.topic = topic;
  }

  /**
   * Makes one round.
   *
   * @param args a broker's address, and a topic that exists there
   */
  public static void main(String[] args) throws Exception {
    Rehearsal.of(EVENT);
    byte[] value = writeEvent();
    ArchiveMain round = new ArchiveMain(args[0], args[1]);
    round.lookAtTopic();
    round.publish(value);
    round.readAsGroup();
  }

  /** Writes an event in the lab's JSON, as a solution does, and reads it again. */
  private static byte[] writeEvent() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, Object> fields = new HashMap<>(EVENT.data());
    fields.put("user_id", EVENT.userId());
    fields.put("timestamp", BigDecimal.valueOf(EVENT.timestamp().toEpochMilli(), 3));
    byte[] value = json.writeValueAsBytes(fields);
    Map<?, ?> read = json.readValue(value, Map.class);
    if (!json.readTree(value).isObject() || read.size() != fields.size()) {
      throw new IllegalStateException("what was written as an object is none: " + read);
    }
    return value;
  }

  private void lookAtTopic() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(address)) {
      admin.describeTopics(Set.of(topic)).allTopicNames().get();
    }
  }

  private void publish(byte[] value) throws ExecutionException, InterruptedException {
    byte[] key = EVENT.userId().getBytes(StandardCharsets.UTF_8);
    try (Producer<byte[], byte[]> producer =
            new KafkaProducer<>(
                with("acks", "all"), new ByteArraySerializer(), new ByteArraySerializer());
        Producer<String, String> texts =
            new KafkaProducer<>(address, new StringSerializer(), new StringSerializer())) {
      CompletableFuture<String> delivered = new CompletableFuture<>();
      ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, value);
      record.headers().add("source", key);
      Future<RecordMetadata> delivery =
          producer.send(
              record,
              (where, failure) -> delivered.complete(where.topic() + "-" + where.partition()));
      producer.flush();
      delivery.get();
      delivered.get();
      texts.partitionsFor(topic);
    }
  }

  private void readAsGroup() {
    Map<String, Object> settings =
        with(
            "group.id",
            topic + "-archive",
            "auto.offset.reset",
            "earliest",
            "enable.auto.commit",
            "false");
    Map<String, Object> alone = new HashMap<>(address);
    new KafkaConsumer<>(alone, new StringDeserializer(), new StringDeserializer()).close();
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>();
      for (int polls = 0; handled.isEmpty() && polls < MOST_POLLS; polls++) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(100));
        for (ConsumerRecord<byte[], byte[]> each : records) {
          handled.put(
              new TopicPartition(each.topic(), each.partition()),
              new OffsetAndMetadata(each.offset() + 1));
        }
      }
      consumer.commitSync(handled);
    }
  }

  private Map<String, Object> with(String... namesAndValues) {
    Map<String, Object> settings = new HashMap<>(address);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return settings;
  }
}
