package dev.kafkalab.grader.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.grader.broker.EmbeddedBroker;
import dev.kafkalab.grader.engine.Grader;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.ConsoleReport;
import dev.kafkalab.grader.report.Style;
import dev.kafkalab.grader.resources.BrokerChoice;
import dev.kafkalab.grader.resources.Pace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Proves that a Kafka that others use can be graded against, and is left as it was. */
@EnabledIf("thereIsAReference")
class ExternalBrokerIT {

  static boolean thereIsAReference() {
    return Lab.hasReference();
  }

  @Test
  void nothingOfOthersIsTouchedAndNothingIsLeftBehind(
      @TempDir Path folder,
      @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.NEVER) Path data)
      throws Exception {
    Lab.writeReference(folder);
    try (EmbeddedBroker broker = EmbeddedBroker.start(data);
        Admin admin = Admin.create(settings(broker))) {
      TopicPartition theirs = publishSomething(broker, admin);

      GradedSubmission graded = grade(folder, broker);

      assertThat(graded.grade().score())
          .as(ConsoleReport.of(graded, Style.PLAIN))
          .isEqualTo(graded.grade().maxScore());
      assertThat(graded.broker().kind()).isEqualTo("external");
      assertThat(graded.broker().version()).startsWith("4.");
      assertThat(admin.listTopics().names().get()).containsExactly(theirs.topic());
      assertThat(admin.listGroups().all().get()).isEmpty();
      assertThat(admin.listOffsets(Map.of(theirs, OffsetSpec.latest())).all().get().get(theirs))
          .extracting(end -> end.offset())
          .isEqualTo(1L);
    }
  }

  /** The lab's own topic name is somebody's here, and what is in it is no event. */
  private static TopicPartition publishSomething(EmbeddedBroker broker, Admin admin)
      throws Exception {
    String topic = LabSettings.DEFAULT_TOPIC;
    admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            settings(broker), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, "theirs".getBytes(StandardCharsets.UTF_8))).get();
    }
    return new TopicPartition(topic, 0);
  }

  private static GradedSubmission grade(Path folder, EmbeddedBroker broker) {
    Set<String> criteria =
        Set.of("topic.created", "consumer.dispatches", "consumer.shutdown", "answers");
    return Grader.grade(
        new GradingRequest(
            folder,
            criteria,
            BrokerChoice.parse(broker.bootstrapServers()),
            GradingRequest.newSeed(),
            Pace.ALONE),
        (result, soFar) -> {});
  }

  private static Map<String, Object> settings(EmbeddedBroker broker) {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }
}
