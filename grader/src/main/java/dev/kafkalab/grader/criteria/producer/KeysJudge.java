package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kafkalab.api.TopicSetup;
import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.evidence.EventGenerator;
import dev.kafkalab.grader.evidence.LabJson;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;

/** Looks at the keys of records, and at the partitions that they led to. */
final class KeysJudge {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int USERS = 12;
  private static final String UNREADABLE = "?";

  private final List<ConsumerRecord<byte[], byte[]>> records;
  private final ProducerTrace trace;

  KeysJudge(List<ConsumerRecord<byte[], byte[]>> records, ProducerTrace trace) {
    this.records = records;
    this.trace = trace;
  }

  /** Draws users that Kafka's own partitioner spreads over all partitions. */
  static List<String> usersOfAllPartitions(EventGenerator events) {
    List<String> users = events.users(USERS);
    while (users.stream().map(KeysJudge::defaultPartition).distinct().count()
        < TopicSetup.PARTITIONS) {
      users = events.users(USERS);
    }
    return users;
  }

  /** Returns where a record of this key goes: {@code BuiltInPartitioner.partitionForKey}. */
  static int defaultPartition(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(bytes)) % TopicSetup.PARTITIONS;
  }

  /** Returns the records of these users. */
  List<ConsumerRecord<byte[], byte[]>> recordsOf(List<String> users) {
    return records.stream().filter(record -> users.contains(userOf(record))).toList();
  }

  void expectUserIds() {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      String user = requireUser(record);
      expect(record.key() != null, () -> ProducerFeedback.noKey(user, partitionsByUser(), trace));
      expect(
          new String(record.key(), StandardCharsets.UTF_8).equals(user),
          () -> ProducerFeedback.otherKey(record, user, trace));
    }
  }

  void expectOnePartitionEach() {
    partitionsByUser()
        .forEach(
            (user, partitions) ->
                expect(
                    partitions.size() == 1,
                    () -> ProducerFeedback.scattered(user, partitions, trace)));
  }

  void expectMoreThanOnePartition(int users) {
    TreeSet<Integer> used =
        records.stream()
            .map(ConsumerRecord::partition)
            .collect(Collectors.toCollection(TreeSet::new));
    expect(used.size() > 1, () -> ProducerFeedback.onePartitionForAll(users, used.first(), trace));
  }

  private Map<String, Set<Integer>> partitionsByUser() {
    Map<String, Set<Integer>> partitions = new TreeMap<>();
    records.forEach(
        record ->
            partitions
                .computeIfAbsent(userOf(record), user -> new TreeSet<>())
                .add(record.partition()));
    return partitions;
  }

  /** Returns the user that the record's value names; the value's form is another criterion's. */
  static String requireUser(ConsumerRecord<byte[], byte[]> record) {
    String user = userOf(record);
    if (user.equals(UNREADABLE)) {
      throw CriterionEnded.blocked(
          CriterionId.PRODUCER_DELIVERS, ProducerFeedback.noReadableEvents());
    }
    return user;
  }

  static boolean hasUserAsKey(ConsumerRecord<byte[], byte[]> record) {
    return record.key() != null
        && new String(record.key(), StandardCharsets.UTF_8).equals(userOf(record));
  }

  static String typeOf(ConsumerRecord<byte[], byte[]> record) {
    return field(record, "event_type");
  }

  private static String userOf(ConsumerRecord<byte[], byte[]> record) {
    return field(record, "user_id");
  }

  private static String field(ConsumerRecord<byte[], byte[]> record, String name) {
    try {
      return JSON.readTree(LabJson.textOf(LabJson.bytesOf(record))).path(name).asText(UNREADABLE);
    } catch (IOException e) {
      return UNREADABLE;
    }
  }
}
