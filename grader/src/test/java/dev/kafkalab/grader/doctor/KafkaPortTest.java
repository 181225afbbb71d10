package dev.kafkalab.grader.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.broker.EmbeddedBroker;
import dev.kafkalab.grader.doctor.Finding.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class KafkaPortTest {

  @Test
  void aFreePortIsToldFromAProgramThatIsNoKafka() throws IOException {
    int port;
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = silent.getLocalPort();

      Finding found = KafkaPort.look(port);

      assertThat(found.state()).isEqualTo(State.LIMITED);
      assertThat(found.found()).startsWith("a program listens");
    }
    assertThat(KafkaPort.look(port).advice()).contains("./lab console");
  }

  @Test
  void theTopicsRecordsAreCounted(@TempDir(cleanup = CleanupMode.NEVER) Path data)
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(data)) {
      String address = broker.bootstrapServers();
      int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
      Map<String, Object> settings = Map.of("bootstrap.servers", address);
      assertThat(KafkaPort.look(port).found()).contains("there is no topic user-events yet");
      try (Admin admin = Admin.create(settings);
          KafkaProducer<String, String> producer =
              new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
        admin.createTopics(List.of(new NewTopic("user-events", 3, (short) 1))).all().get();
        producer.send(new ProducerRecord<>("user-events", "user_7", "{}")).get();
      }

      assertThat(KafkaPort.look(port))
          .isEqualTo(
              Finding.fine(
                  "Port 9092",
                  "Kafka responds; the topic user-events has 3 partitions and 1 record"));
    }
  }
}
