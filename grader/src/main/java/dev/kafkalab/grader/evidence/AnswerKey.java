package dev.kafkalab.grader.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * What Kafka does in the experiments that the lab's questions are about, as observed on this broker
 * with the grader's own clients.
 *
 * @param partition where a record with the key user_999 went, of three partitions
 * @param shares how many of three partitions each of two members was given, the larger first
 * @param committed what is committed when three records of a partition were passed
 * @param restart the first offset that a member reads whose group committed 30 of 42 records
 */
public record AnswerKey(int partition, List<Integer> shares, long committed, long restart) {

  private static final Duration POLL = Duration.ofMillis(20);
  private static final int MOST_POLLS = 1_000;
  private static final int GOOD_AND_MALFORMED = 3;
  private static final int RECORDS = 42;
  private static final int COMMITTED = 30;

  /** Copies the shares, so that a key never changes. */
  public AnswerKey {
    shares = List.copyOf(shares);
  }

  /**
   * Makes the experiments.
   *
   * @param topic the name of a topic that does not exist yet; another one is made beside it
   */
  public static AnswerKey observe(GraderClients clients, String topic) {
    LabTopic empty = new LabTopic(clients, topic);
    LabTopic filled = new LabTopic(clients, topic + "-filled");
    empty.create();
    filled.create();
    return new AnswerKey(
        partitionOf("user_999", empty),
        shares(clients, empty),
        committed(clients, filled, filled.partition(0)),
        restart(clients, filled, filled.partition(1)));
  }

  private static int partitionOf(String key, LabTopic topic) {
    return topic.publishByKey(Draft.keyed(key, null));
  }

  /** Two members take turns at polling until each has some of the partitions. */
  private static List<Integer> shares(GraderClients clients, LabTopic topic) {
    String group = topic.name() + "-shares";
    try (Consumer<byte[], byte[]> one = clients.newMember(group, RECORDS);
        Consumer<byte[], byte[]> other = clients.newMember(group, RECORDS)) {
      List<Consumer<byte[], byte[]>> members = List.of(one, other);
      members.forEach(member -> member.subscribe(List.of(topic.name())));
      for (int poll = 0; poll < MOST_POLLS; poll++) {
        members.forEach(member -> member.poll(POLL));
        List<Integer> sizes = sizes(members);
        int all = sizes.stream().mapToInt(Integer::intValue).sum();
        if (!sizes.contains(0) && all == topic.partitions().size()) {
          return sizes;
        }
      }
    }
    throw new KafkaException("two of the grader's own members did not share " + topic.name());
  }

  private static List<Integer> sizes(List<Consumer<byte[], byte[]>> members) {
    return members.stream()
        .map(member -> member.assignment().size())
        .sorted((a, b) -> b - a)
        .toList();
  }

  private static long committed(GraderClients clients, LabTopic topic, TopicPartition partition) {
    String group = topic.name() + "-committed";
    Stream.of("{\"n\":0}", "{invalid json}", "{\"n\":2}")
        .map(value -> value.getBytes(StandardCharsets.UTF_8))
        .forEach(value -> topic.publishBytes(partition.partition(), "key", value));
    passAndCommit(clients, group, partition, GOOD_AND_MALFORMED);
    long committed = new LabGroup(clients, group).committed().of(partition, -1L);
    if (committed < 0) {
      throw new KafkaException("a commit by the grader's own member is missing: " + group);
    }
    return committed;
  }

  private static long restart(GraderClients clients, LabTopic topic, TopicPartition partition) {
    String group = topic.name() + "-restart";
    for (int i = 0; i < RECORDS; i++) {
      topic.publishBytes(partition.partition(), "key", new byte[] {(byte) i});
    }
    passAndCommit(clients, group, partition, COMMITTED);
    try (Consumer<byte[], byte[]> restarted = clients.newMember(group, 1)) {
      restarted.assign(List.of(partition));
      for (int poll = 0; poll < MOST_POLLS; poll++) {
        for (var record : restarted.poll(POLL)) {
          return record.offset();
        }
      }
    }
    throw new KafkaException(
        "one of the grader's own members read nothing after a restart: " + group);
  }

  private static void passAndCommit(
      GraderClients clients, String group, TopicPartition partition, int records) {
    try (Consumer<byte[], byte[]> consumer = clients.newMember(group, records)) {
      consumer.assign(List.of(partition));
      int read = 0;
      for (int poll = 0; poll < MOST_POLLS && read < records; poll++) {
        read += consumer.poll(POLL).count();
      }
      consumer.commitSync();
    }
  }
}
