package dev.kafkalab.grader.console;

import dev.kafkalab.grader.broker.EmbeddedBroker;
import dev.kafkalab.grader.broker.TestBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** A Kafka with a console, and who fills it. */
final class ShownKafka implements AutoCloseable {

  private final TestBroker broker;
  private final Console console;
  private final Admin admin;
  private final Producer<byte[], byte[]> producer;
  private final List<Future<?>> sent = new ArrayList<>();

  private ShownKafka(TestBroker broker, Console console) {
    this.broker = broker;
    this.console = console;
    Map<String, Object> address = Map.of("bootstrap.servers", broker.bootstrapServers());
    this.admin = Admin.create(address);
    this.producer =
        new KafkaProducer<>(address, new ByteArraySerializer(), new ByteArraySerializer());
  }

  static ShownKafka start(Path folder) throws IOException {
    TestBroker broker = EmbeddedBroker.start(folder);
    Console console = Console.at(0);
    console.show(broker.bootstrapServers(), broker.version());
    return new ShownKafka(broker, console);
  }

  String url() {
    return console.url();
  }

  /** Creates a topic with three partitions; on return each takes records. */
  void create(String topic) throws ExecutionException, InterruptedException {
    admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
    Extent extent = new Extent(admin);
    Awaitility.await("leaders of " + topic)
        .ignoreExceptions()
        .pollInSameThread()
        .until(() -> extent.of(topic).size() == 3);
  }

  /** Publishes an event of the lab. */
  void publish(String topic, int partition, String user, String type) {
    publish(
        topic,
        partition,
        user,
        "{\"user_id\":\"%s\",\"event_type\":\"%s\",\"timestamp\":1764835200.125,\"amount\":19.90}"
            .formatted(user, type)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Publishes anything. */
  void publish(String topic, int partition, String key, byte[] value) {
    byte[] name = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    sent.add(producer.send(new ProducerRecord<>(topic, partition, name, value)));
  }

  /** Waits until the broker has all that was published. */
  void flush() throws ExecutionException, InterruptedException {
    for (Future<?> each : sent) {
      each.get();
    }
    sent.clear();
  }

  /** Joins a group, reads what there is and commits it; the member stays until it is closed. */
  Consumer<String, String> join(String topic, String group, String clientId) {
    Consumer<String, String> member =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                group,
                "client.id",
                clientId,
                "enable.auto.commit",
                "false",
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    member.subscribe(List.of(topic));
    Awaitility.await("records for " + group)
        .pollInSameThread()
        .until(() -> !member.poll(Duration.ofMillis(200)).isEmpty());
    member.commitSync();
    return member;
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    admin.close(Duration.ZERO);
    console.close();
    broker.close();
  }
}
