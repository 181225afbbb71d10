package dev.kafkalab.grader.criteria.trace;

import dev.kafkalab.api.TopicSetup;
import dev.kafkalab.grader.evidence.LabGroup.Member;
import dev.kafkalab.grader.feedback.Exhibit;
import dev.kafkalab.grader.feedback.Exhibit.Message;
import dev.kafkalab.grader.feedback.Exhibit.Messages;
import dev.kafkalab.grader.feedback.Exhibit.Phase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Turns observations into exhibits. */
public final class Exhibits {

  private Exhibits() {}

  /** Shows where records are. */
  public static Exhibit messages(List<ConsumerRecord<byte[], byte[]>> records) {
    return new Messages(
        TopicSetup.PARTITIONS,
        records.stream()
            .sorted(
                Comparator.comparingInt((ConsumerRecord<?, ?> record) -> record.partition())
                    .thenComparingLong(ConsumerRecord::offset))
            .map(
                record ->
                    new Message(
                        record.partition(),
                        record.offset(),
                        record.key() == null
                            ? null
                            : new String(record.key(), StandardCharsets.UTF_8),
                        Instant.ofEpochMilli(record.timestamp())))
            .toList());
  }

  /**
   * Shows who owns each partition now.
   *
   * @param event what came before
   * @param nameOf names a member by its id
   */
  public static Phase phase(String event, List<Member> members, Function<String, String> nameOf) {
    String[] owners = new String[TopicSetup.PARTITIONS];
    Arrays.fill(owners, "");
    for (Member member : members) {
      for (TopicPartition partition : member.partitions()) {
        if (partition.partition() < owners.length) {
          owners[partition.partition()] = nameOf.apply(member.memberId());
        }
      }
    }
    return new Phase(event, List.of(owners));
  }
}
