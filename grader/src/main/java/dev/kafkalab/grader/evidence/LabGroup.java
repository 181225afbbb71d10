package dev.kafkalab.grader.evidence;

import dev.kafkalab.grader.offsets.Offsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** One criterion's own consumer group, as the broker sees it. */
public final class LabGroup {

  /**
   * A member and what it is to read.
   *
   * @param memberId the broker's name for it
   * @param partitions what it is assigned, in order
   */
  public record Member(String memberId, List<TopicPartition> partitions) {}

  private final GraderClients clients;
  private final String id;

  /** Stands for the group of this id, whether or not it exists. */
  public LabGroup(GraderClients clients, String id) {
    this.clients = clients;
    this.id = id;
  }

  /** Returns its id. */
  public String id() {
    return id;
  }

  /**
   * Returns its members when no rebalance is going on; none while one is, or while it does not
   * exist.
   */
  public List<Member> stableMembers() {
    return describe()
        .filter(group -> group.groupState() == GroupState.STABLE)
        .map(
            group ->
                group.members().stream()
                    .map(
                        member ->
                            new Member(
                                member.consumerId(),
                                member.assignment().topicPartitions().stream()
                                    .sorted(Comparator.comparing(TopicPartition::toString))
                                    .toList()))
                    .toList())
        .orElse(List.of());
  }

  /**
   * Returns whether a member is in it by a name of its own (KIP-345): such a member means to come
   * back, and does not leave when it closes.
   */
  public boolean hasStaticMember() {
    return describe().stream()
        .flatMap(group -> group.members().stream())
        .anyMatch(member -> member.groupInstanceId().isPresent());
  }

  /** Returns the last committed offset of each partition that has one. */
  public Offsets committed() {
    try {
      return new Offsets(
          BrokerAnswer.of(
                  clients.admin().listConsumerGroupOffsets(id).partitionsToOffsetAndMetadata())
              .entrySet()
              .stream()
              .filter(entry -> entry.getValue() != null)
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset())));
    } catch (GroupIdNotFoundException e) {
      return Offsets.NONE;
    }
  }

  /**
   * Throws all members out: who was killed would else keep its partitions until its session ends.
   */
  public void evictMembers() {
    if (describe().map(group -> group.members().isEmpty()).orElse(true)) {
      return;
    }
    try {
      clients
          .admin()
          .removeMembersFromConsumerGroup(id, new RemoveMembersFromConsumerGroupOptions())
          .all()
          .get();
    } catch (ExecutionException e) {
      // A member that left meanwhile is gone, which is all that was wanted.
      boolean gone = describe().map(group -> group.members().isEmpty()).orElse(true);
      if (!gone) {
        throw new KafkaException("dead members could not be removed from " + id, e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the partitions of a member that was killed, and of nobody else. */
  public void removeDead(String memberId) {
    ConsumerGroupDescription group = describe().orElse(null);
    if (group == null) {
      return;
    }
    DeadMember member = new DeadMember(id, memberId);
    if (group.type() == GroupType.CONSUMER) {
      member.leaveConsumer(group.coordinator());
    } else {
      member.leaveClassic(group.coordinator());
    }
  }

  private Optional<ConsumerGroupDescription> describe() {
    try {
      return Optional.of(
          Objects.requireNonNull(
              BrokerAnswer.of(clients.admin().describeConsumerGroups(List.of(id)).all()).get(id)));
    } catch (GroupIdNotFoundException e) {
      return Optional.empty();
    }
  }
}
