package dev.kafkalab.grader.console;

import dev.kafkalab.grader.console.State.Partition;
import dev.kafkalab.grader.console.State.Topic;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks Kafka which topics there are. */
final class TopicReader {

  private final Admin admin;

  TopicReader(Admin admin) {
    this.admin = admin;
  }

  /** Asks for the names of all topics, also of Kafka's own ones. */
  KafkaFuture<Set<String>> askNames() {
    return admin.listTopics(new ListTopicsOptions().listInternal(true)).names();
  }

  /** Sorts names, Kafka's own ones last. */
  static List<String> sorted(Set<String> names) {
    return names.stream()
        .sorted(Comparator.comparing(TopicReader::isInternal).thenComparing(name -> name))
        .toList();
  }

  static boolean isInternal(String topic) {
    return topic.startsWith("__");
  }

  /** Returns what Kafka says of these topics; those that are not there any more are left out. */
  List<TopicDescription> describe(Collection<String> names) {
    Collection<KafkaFuture<TopicDescription>> asked =
        admin.describeTopics(names).topicNameValues().values();
    return asked.stream()
        .flatMap(each -> Reply.ifThere(each).stream())
        .sorted(Comparator.comparing(TopicDescription::name))
        .toList();
  }

  /** Returns the partitions that a broker serves: asking about others would wait for one. */
  static List<TopicPartition> led(TopicDescription topic) {
    return topic.partitions().stream()
        .filter(partition -> partition.leader() != null)
        .map(partition -> new TopicPartition(topic.name(), partition.partition()))
        .toList();
  }

  static Topic shown(TopicDescription topic, Map<TopicPartition, Span> extent) {
    List<Partition> partitions =
        topic.partitions().stream()
            .map(
                info -> {
                  Optional<Span> span =
                      Optional.ofNullable(
                          extent.get(new TopicPartition(topic.name(), info.partition())));
                  return new Partition(
                      info.partition(),
                      span.map(Span::from).orElse(0L),
                      span.map(Span::to).orElse(0L),
                      span.isPresent());
                })
            .toList();
    return new Topic(topic.name(), topic.isInternal() || isInternal(topic.name()), partitions);
  }
}
