package dev.kafkalab.grader.console;

import dev.kafkalab.grader.console.State.Group;
import dev.kafkalab.grader.console.State.Member;
import dev.kafkalab.grader.console.State.Owned;
import dev.kafkalab.grader.console.State.Progress;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Asks Kafka which consumer groups there are, who is in them, and how far they are. */
final class GroupReader {

  private static final Comparator<TopicPartition> IN_ORDER =
      Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

  private final Admin admin;

  GroupReader(Admin admin) {
    this.admin = admin;
  }

  /** A group as Kafka describes it. */
  record Described(
      ConsumerGroupDescription group, Map<TopicPartition, OffsetAndMetadata> committed) {

    /** Returns all partitions that it owns or has committed in. */
    Set<TopicPartition> partitions() {
      return Stream.concat(committed.keySet().stream(), owners().keySet().stream())
          .collect(Collectors.toCollection(() -> new TreeSet<>(IN_ORDER)));
    }

    Map<TopicPartition, String> owners() {
      Map<TopicPartition, String> owners = new HashMap<>();
      group
          .members()
          .forEach(
              member ->
                  member
                      .assignment()
                      .topicPartitions()
                      .forEach(partition -> owners.put(partition, member.consumerId())));
      return owners;
    }
  }

  /** Asks for all consumer groups. */
  KafkaFuture<Collection<GroupListing>> askAll() {
    return admin.listGroups(ListGroupsOptions.forConsumerGroups()).all();
  }

  /** Returns their names in order. */
  static List<String> names(Collection<GroupListing> groups) {
    return groups.stream().map(GroupListing::groupId).sorted().toList();
  }

  /** Returns these groups; those that are not there any more are left out. */
  List<Described> describe(Collection<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    var groups = admin.describeConsumerGroups(names).describedGroups();
    var offsets =
        admin.listConsumerGroupOffsets(
            names.stream()
                .collect(
                    Collectors.toMap(
                        Function.identity(), name -> new ListConsumerGroupOffsetsSpec())));
    return names.stream()
        .flatMap(
            name ->
                Reply.ifThere(Objects.requireNonNull(groups.get(name)))
                    .flatMap(
                        group ->
                            Reply.ifThere(offsets.partitionsToOffsetAndMetadata(name))
                                .map(committed -> new Described(group, committed)))
                    .stream())
        .toList();
  }

  static Group shown(Described described, Map<TopicPartition, Span> extent) {
    ConsumerGroupDescription group = described.group();
    Map<TopicPartition, String> owners = described.owners();
    Set<String> topics =
        described.partitions().stream().map(TopicPartition::topic).collect(Collectors.toSet());
    return new Group(
        group.groupId(),
        group.type().toString(),
        group.groupState().toString(),
        group.members().stream()
            .map(GroupReader::shown)
            .sorted(Comparator.comparing(Member::id))
            .toList(),
        extent.entrySet().stream()
            .filter(entry -> topics.contains(entry.getKey().topic()))
            .sorted(Map.Entry.comparingByKey(IN_ORDER))
            .map(
                entry ->
                    shown(
                        entry.getKey(),
                        entry.getValue(),
                        described.committed().get(entry.getKey()),
                        owners.get(entry.getKey())))
            .toList());
  }

  private static Member shown(MemberDescription member) {
    return new Member(
        member.consumerId(),
        member.clientId(),
        member.host(),
        member.assignment().topicPartitions().stream()
            .sorted(IN_ORDER)
            .map(partition -> new Owned(partition.topic(), partition.partition()))
            .toList());
  }

  private static Progress shown(
      TopicPartition at, Span span, @Nullable OffsetAndMetadata committed, @Nullable String owner) {
    Long offset = committed == null ? null : (Long) committed.offset();
    Long lag = Optional.ofNullable(offset).map(each -> Math.max(0, span.to() - each)).orElse(null);
    return new Progress(at.topic(), at.partition(), span.from(), span.to(), offset, lag, owner);
  }
}
