package dev.kafkalab.grader.console;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks Kafka where partitions begin and end now. */
final class Extent {

  private final Admin admin;

  Extent(Admin admin) {
    this.admin = admin;
  }

  /** Returns that of each partition; those that are not there any more are left out. */
  Map<TopicPartition, Span> of(Collection<TopicPartition> partitions) {
    ListOffsetsResult firsts = admin.listOffsets(asking(partitions, OffsetSpec.earliest()));
    ListOffsetsResult ends = admin.listOffsets(asking(partitions, OffsetSpec.latest()));
    return partitions.stream()
        .flatMap(
            partition ->
                Reply.ifThere(firsts.partitionResult(partition))
                    .flatMap(
                        first ->
                            Reply.ifThere(ends.partitionResult(partition))
                                .map(end -> new Span(first.offset(), end.offset())))
                    .map(span -> Map.entry(partition, span))
                    .stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<TopicPartition, OffsetSpec> asking(
      Collection<TopicPartition> partitions, OffsetSpec spec) {
    return partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
  }

  /**
   * Returns that of a topic's partitions.
   *
   * @throws BadRequest if there is no such topic
   */
  Map<Integer, Span> of(String topic) {
    Map<Integer, Span> spans = new TreeMap<>();
    of(TopicReader.led(describe(topic))).forEach((at, span) -> spans.put(at.partition(), span));
    return spans;
  }

  private TopicDescription describe(String topic) {
    try {
      return Reply.of(
          Objects.requireNonNull(
              admin.describeTopics(List.of(topic)).topicNameValues().get(topic)));
    } catch (UnknownTopicOrPartitionException | InvalidTopicException e) {
      throw missing(topic, e);
    }
  }

  private static BadRequest missing(String topic, Throwable cause) {
    return new BadRequest("There is no topic '" + topic + "'.", cause);
  }
}
