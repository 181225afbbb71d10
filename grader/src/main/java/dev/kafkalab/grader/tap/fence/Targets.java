package dev.kafkalab.grader.tap.fence;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AddOffsetsToTxnRequest;
import org.apache.kafka.common.requests.AddPartitionsToTxnRequest;
import org.apache.kafka.common.requests.AlterConfigsRequest;
import org.apache.kafka.common.requests.ConsumerGroupDescribeRequest;
import org.apache.kafka.common.requests.ConsumerGroupHeartbeatRequest;
import org.apache.kafka.common.requests.CreatePartitionsRequest;
import org.apache.kafka.common.requests.CreateTopicsRequest;
import org.apache.kafka.common.requests.DeleteGroupsRequest;
import org.apache.kafka.common.requests.DeleteRecordsRequest;
import org.apache.kafka.common.requests.DeleteTopicsRequest;
import org.apache.kafka.common.requests.DescribeConfigsRequest;
import org.apache.kafka.common.requests.DescribeGroupsRequest;
import org.apache.kafka.common.requests.DescribeTopicPartitionsRequest;
import org.apache.kafka.common.requests.FetchRequest;
import org.apache.kafka.common.requests.FindCoordinatorRequest;
import org.apache.kafka.common.requests.FindCoordinatorRequest.CoordinatorType;
import org.apache.kafka.common.requests.HeartbeatRequest;
import org.apache.kafka.common.requests.IncrementalAlterConfigsRequest;
import org.apache.kafka.common.requests.JoinGroupRequest;
import org.apache.kafka.common.requests.LeaveGroupRequest;
import org.apache.kafka.common.requests.ListOffsetsRequest;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.OffsetCommitRequest;
import org.apache.kafka.common.requests.OffsetDeleteRequest;
import org.apache.kafka.common.requests.OffsetFetchRequest;
import org.apache.kafka.common.requests.OffsetsForLeaderEpochRequest;
import org.apache.kafka.common.requests.ProduceRequest;
import org.apache.kafka.common.requests.SyncGroupRequest;
import org.apache.kafka.common.requests.TxnOffsetCommitRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants to see or touch.
 *
 * @param topics topics by name
 * @param topicIds topics that have an id in the place of a name (KIP-516)
 * @param groups consumer groups
 * @param others whether there is anything else, such as a broker's settings
 */
record Targets(Set<String> topics, Set<Uuid> topicIds, Set<String> groups, boolean others) {

  /** What producers, consumers and the making of a topic can need, in any version of a client. */
  static final Set<ApiKeys> ALLOWED =
      EnumSet.of(
          ApiKeys.ADD_OFFSETS_TO_TXN,
          ApiKeys.ADD_PARTITIONS_TO_TXN,
          ApiKeys.ALTER_CONFIGS,
          ApiKeys.API_VERSIONS,
          ApiKeys.CONSUMER_GROUP_DESCRIBE,
          ApiKeys.CONSUMER_GROUP_HEARTBEAT,
          ApiKeys.CREATE_PARTITIONS,
          ApiKeys.CREATE_TOPICS,
          ApiKeys.DELETE_GROUPS,
          ApiKeys.DELETE_RECORDS,
          ApiKeys.DELETE_TOPICS,
          ApiKeys.DESCRIBE_CLUSTER,
          ApiKeys.DESCRIBE_CONFIGS,
          ApiKeys.DESCRIBE_GROUPS,
          ApiKeys.DESCRIBE_TOPIC_PARTITIONS,
          ApiKeys.END_TXN,
          ApiKeys.FETCH,
          ApiKeys.FIND_COORDINATOR,
          ApiKeys.GET_TELEMETRY_SUBSCRIPTIONS,
          ApiKeys.HEARTBEAT,
          ApiKeys.INCREMENTAL_ALTER_CONFIGS,
          ApiKeys.INIT_PRODUCER_ID,
          ApiKeys.JOIN_GROUP,
          ApiKeys.LEAVE_GROUP,
          ApiKeys.LIST_GROUPS,
          ApiKeys.LIST_OFFSETS,
          ApiKeys.METADATA,
          ApiKeys.OFFSET_COMMIT,
          ApiKeys.OFFSET_DELETE,
          ApiKeys.OFFSET_FETCH,
          ApiKeys.OFFSET_FOR_LEADER_EPOCH,
          ApiKeys.PRODUCE,
          ApiKeys.PUSH_TELEMETRY,
          ApiKeys.SYNC_GROUP,
          ApiKeys.TXN_OFFSET_COMMIT);

  static Targets of(AbstractRequest request) {
    Collector found = new Collector();
    found.records(request);
    found.administration(request);
    found.membership(request);
    found.transaction(request);
    return new Targets(found.topics, found.topicIds, found.groups, found.others);
  }

  private static final class Collector {

    private final Set<String> topics = new HashSet<>();
    private final Set<Uuid> topicIds = new HashSet<>();
    private final Set<String> groups = new HashSet<>();
    private boolean others;

    private void records(AbstractRequest request) {
      if (request instanceof ProduceRequest produce) {
        produce.data().topicData().forEach(topic -> topic(topic.name(), topic.topicId()));
      } else if (request instanceof FetchRequest fetch) {
        fetch.data().topics().forEach(topic -> topic(topic.topic(), topic.topicId()));
      } else if (request instanceof ListOffsetsRequest offsets) {
        topics(offsets.data().topics(), topic -> topic.name());
      } else if (request instanceof MetadataRequest metadata && metadata.data().topics() != null) {
        metadata.data().topics().forEach(topic -> topic(topic.name(), topic.topicId()));
      } else if (request instanceof OffsetsForLeaderEpochRequest epochs) {
        topics(epochs.data().topics(), topic -> topic.topic());
      }
    }

    private void administration(AbstractRequest request) {
      if (request instanceof CreateTopicsRequest create) {
        topics(create.data().topics(), topic -> topic.name());
      } else if (request instanceof CreatePartitionsRequest create) {
        topics(create.data().topics(), topic -> topic.name());
      } else if (request instanceof DeleteTopicsRequest delete) {
        topics.addAll(delete.data().topicNames());
        delete.data().topics().forEach(topic -> topic(topic.name(), topic.topicId()));
      } else if (request instanceof DeleteRecordsRequest delete) {
        topics(delete.data().topics(), topic -> topic.name());
      } else if (request instanceof DescribeTopicPartitionsRequest describe) {
        topics(describe.data().topics(), topic -> topic.name());
      } else if (request instanceof DescribeConfigsRequest describe) {
        describe
            .data()
            .resources()
            .forEach(each -> resource(each.resourceType(), each.resourceName()));
      } else if (request instanceof AlterConfigsRequest alter) {
        alter
            .data()
            .resources()
            .forEach(each -> resource(each.resourceType(), each.resourceName()));
      } else if (request instanceof IncrementalAlterConfigsRequest alter) {
        alter
            .data()
            .resources()
            .forEach(each -> resource(each.resourceType(), each.resourceName()));
      }
    }

    private void membership(AbstractRequest request) {
      if (request instanceof OffsetCommitRequest commit) {
        groups.add(commit.data().groupId());
        commit.data().topics().forEach(topic -> topic(topic.name(), topic.topicId()));
      } else if (request instanceof OffsetFetchRequest fetch) {
        group(fetch.data().groupId());
        fetch.data().groups().forEach(group -> groups.add(group.groupId()));
      } else if (request instanceof FindCoordinatorRequest find) {
        if (find.data().keyType() == CoordinatorType.GROUP.id()) {
          group(find.data().key());
          groups.addAll(find.data().coordinatorKeys());
        }
      } else if (request instanceof JoinGroupRequest join) {
        groups.add(join.data().groupId());
      } else if (request instanceof SyncGroupRequest sync) {
        groups.add(sync.data().groupId());
      } else if (request instanceof HeartbeatRequest heartbeat) {
        groups.add(heartbeat.data().groupId());
      } else if (request instanceof LeaveGroupRequest leave) {
        groups.add(leave.data().groupId());
      } else if (request instanceof ConsumerGroupHeartbeatRequest heartbeat) {
        groups.add(heartbeat.data().groupId());
      } else if (request instanceof DescribeGroupsRequest describe) {
        groups.addAll(describe.data().groups());
      } else if (request instanceof ConsumerGroupDescribeRequest describe) {
        groups.addAll(describe.data().groupIds());
      } else if (request instanceof DeleteGroupsRequest delete) {
        groups.addAll(delete.data().groupsNames());
      } else if (request instanceof OffsetDeleteRequest delete) {
        groups.add(delete.data().groupId());
      }
    }

    private void transaction(AbstractRequest request) {
      if (request instanceof AddPartitionsToTxnRequest add) {
        topics(add.data().v3AndBelowTopics(), topic -> topic.name());
        add.data().transactions().forEach(each -> topics(each.topics(), topic -> topic.name()));
      } else if (request instanceof AddOffsetsToTxnRequest add) {
        groups.add(add.data().groupId());
      } else if (request instanceof TxnOffsetCommitRequest commit) {
        groups.add(commit.data().groupId());
        commit.data().topics().forEach(topic -> topic(topic.name(), topic.topicId()));
      }
    }

    private <T> void topics(Collection<T> each, Function<T, String> name) {
      each.stream().map(name).forEach(topics::add);
    }

    private void topic(@Nullable String name, Uuid id) {
      if (!id.equals(Uuid.ZERO_UUID)) {
        topicIds.add(id);
      }
      if (name != null && !name.isEmpty()) {
        topics.add(name);
      }
    }

    /** Where newer versions name several groups, the one of older versions is empty. */
    private void group(@Nullable String name) {
      if (name != null && !name.isEmpty()) {
        groups.add(name);
      }
    }

    private void resource(byte type, String name) {
      if (type == ConfigResource.Type.TOPIC.id()) {
        topics.add(name);
      } else {
        others = true;
      }
    }
  }
}
