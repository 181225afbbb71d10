package dev.kafkalab.grader.doctor;

import dev.kafkalab.api.LabSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** Looks at the ports where the lab's programs expect Kafka, and people its web page. */
final class KafkaPort {

  private static final int KAFKA = 9092;
  private static final int WEB_PAGE = 8080;
  private static final String MILLIS_TO_ANSWER = "4000";
  private static final String NAME = "Port " + KAFKA;

  private KafkaPort() {}

  static Finding look() {
    return look(KAFKA);
  }

  static Finding look(int port) {
    BrokerAddress address = BrokerAddress.ofPort(port);
    if (!address.isReachable()) {
      return Finding.limited(
          NAME,
          "no Kafka for your own programs",
          "Gradings start their own. For your programs, type './lab console'.");
    }
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            address.text(),
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            MILLIS_TO_ANSWER,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            MILLIS_TO_ANSWER);
    try (Admin admin = Admin.create(settings)) {
      Set<String> topics = admin.listTopics().names().get();
      return Finding.fine(NAME, "Kafka responds; " + topic(admin, topics));
    } catch (ExecutionException e) {
      return Finding.limited(
          NAME,
          "a program listens, but it does not respond as Kafka does",
          "Stop that program, or start Kafka on another port, such as './lab console --kafka-port 9192'.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking at Kafka", e);
    }
  }

  private static String topic(Admin admin, Set<String> topics)
      throws ExecutionException, InterruptedException {
    String name = LabSettings.DEFAULT_TOPIC;
    if (!topics.contains(name)) {
      return "there is no topic %s yet: your programs create it".formatted(name);
    }
    TopicDescription topic =
        Objects.requireNonNull(admin.describeTopics(List.of(name)).allTopicNames().get().get(name));
    Map<TopicPartition, OffsetSpec> ends =
        topic.partitions().stream()
            .collect(
                Collectors.toMap(
                    partition -> new TopicPartition(name, partition.partition()),
                    partition -> OffsetSpec.latest()));
    long records =
        admin.listOffsets(ends).all().get().values().stream()
            .mapToLong(ListOffsetsResultInfo::offset)
            .sum();
    return String.format(
        Locale.ROOT,
        "the topic %s has %d partitions and %d %s",
        name,
        ends.size(),
        records,
        records == 1 ? "record" : "records");
  }

  static Finding webPage() {
    return BrokerAddress.ofPort(WEB_PAGE).isReachable()
        ? Finding.fine(
            "Port " + WEB_PAGE,
            "a program listens: the web page, if './lab console' or Docker runs it")
        : Finding.fine("Port " + WEB_PAGE, "free");
  }
}
