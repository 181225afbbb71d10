package dev.kafkalab.grader.tap;

import static dev.kafkalab.grader.tap.RequestNotes.brief;

import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.tap.RequestNotes.Origin;
import dev.kafkalab.grader.tap.note.CommitNote;
import dev.kafkalab.grader.tap.note.HeartbeatNote;
import dev.kafkalab.grader.tap.note.JoinNote;
import dev.kafkalab.grader.tap.note.LeaveNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.ConsumerGroupHeartbeatRequestData;
import org.apache.kafka.common.message.EndTxnRequestData;
import org.apache.kafka.common.message.LeaveGroupRequestData;
import org.apache.kafka.common.message.OffsetCommitRequestData;
import org.apache.kafka.common.message.TxnOffsetCommitRequestData;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.ConsumerGroupHeartbeatRequest;
import org.apache.kafka.common.requests.EndTxnRequest;
import org.apache.kafka.common.requests.HeartbeatRequest;
import org.apache.kafka.common.requests.JoinGroupRequest;
import org.apache.kafka.common.requests.LeaveGroupRequest;
import org.apache.kafka.common.requests.OffsetCommitRequest;
import org.apache.kafka.common.requests.TxnOffsetCommitRequest;

/** Notes what the members of consumer groups do, in the classic and in the consumer protocol. */
final class GroupRequests {

  /** A producer has one transaction at a time, and a program few of these. */
  private static final int MOST_TRANSACTIONS = 100;

  /** One for each batch or record; a student's code may not fill the grader's memory. */
  private static final int MOST_COMMITS = 10_000;

  private final Notebook notebook;
  private final TopicNames names;

  /** Offsets count when their transaction is committed (KIP-98); by its producer's id. */
  private final Map<Long, List<TxnOffsetCommitRequestData>> pending = new HashMap<>();

  GroupRequests(Notebook notebook, TopicNames names) {
    this.notebook = notebook;
    this.names = names;
  }

  /** Notes the request, if it is one of a group's members. */
  void note(Origin origin, AbstractRequest request) {
    if (request instanceof OffsetCommitRequest commit) {
      commit(origin, commit.data());
    } else if (request instanceof TxnOffsetCommitRequest commit) {
      remember(commit.data());
    } else if (request instanceof EndTxnRequest end) {
      end(origin, end.data());
    } else if (request instanceof JoinGroupRequest join) {
      join(origin, join.data().groupId(), join.data().memberId(), GroupProtocol.CLASSIC);
    } else if (request instanceof HeartbeatRequest heartbeat) {
      heartbeat(origin, heartbeat.data().groupId(), heartbeat.data().memberId());
    } else if (request instanceof LeaveGroupRequest leave) {
      leave(origin, leave.data());
    } else if (request instanceof ConsumerGroupHeartbeatRequest heartbeat) {
      consumerHeartbeat(origin, heartbeat.data());
    }
  }

  private void commit(Origin origin, OffsetCommitRequestData data) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (var topic : data.topics()) {
      String name = brief(names.nameOf(topic.name(), topic.topicId()));
      for (var partition : topic.partitions()) {
        offsets.put(
            new TopicPartition(name, partition.partitionIndex()), partition.committedOffset());
      }
    }
    commit(origin, data.groupId(), data.memberId(), new Offsets(offsets));
  }

  private void remember(TxnOffsetCommitRequestData data) {
    if (pending.size() < MOST_TRANSACTIONS) {
      List<TxnOffsetCommitRequestData> commits =
          pending.computeIfAbsent(data.producerId(), id -> new ArrayList<>());
      if (commits.size() < MOST_COMMITS) {
        commits.add(data);
      }
    }
  }

  private void end(Origin origin, EndTxnRequestData data) {
    List<TxnOffsetCommitRequestData> commits = pending.remove(data.producerId());
    if (data.committed() && commits != null) {
      commits.forEach(commit -> commit(origin, commit));
    }
  }

  private void commit(Origin origin, TxnOffsetCommitRequestData data) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (var topic : data.topics()) {
      String name = brief(names.nameOf(topic.name(), topic.topicId()));
      for (var partition : topic.partitions()) {
        offsets.put(
            new TopicPartition(name, partition.partitionIndex()), partition.committedOffset());
      }
    }
    commit(origin, data.groupId(), data.memberId(), new Offsets(offsets));
  }

  private void commit(Origin origin, String group, String member, Offsets offsets) {
    notebook.add(
        new CommitNote(origin.nanoTime(), origin.clientId(), brief(group), brief(member), offsets));
  }

  private void join(Origin origin, String group, String member, GroupProtocol protocol) {
    notebook.add(
        new JoinNote(origin.nanoTime(), origin.clientId(), brief(group), brief(member), protocol));
  }

  private void heartbeat(Origin origin, String group, String member) {
    notebook.addHeartbeat(
        new HeartbeatNote(origin.nanoTime(), origin.clientId(), brief(group), brief(member)));
  }

  private void leave(Origin origin, LeaveGroupRequestData data) {
    if (data.members().isEmpty()) { // before version 3 there was one, in a field of its own
      leave(origin, data.groupId(), data.memberId());
    }
    for (var member : data.members()) {
      leave(origin, data.groupId(), member.memberId());
    }
  }

  private void leave(Origin origin, String group, String member) {
    notebook.add(new LeaveNote(origin.nanoTime(), origin.clientId(), brief(group), brief(member)));
  }

  private void consumerHeartbeat(Origin origin, ConsumerGroupHeartbeatRequestData data) {
    if (data.memberEpoch() == ConsumerGroupHeartbeatRequest.JOIN_GROUP_MEMBER_EPOCH) {
      join(origin, data.groupId(), data.memberId(), GroupProtocol.CONSUMER);
    } else if (data.memberEpoch() < 0) {
      leave(origin, data.groupId(), data.memberId());
    } else {
      heartbeat(origin, data.groupId(), data.memberId());
    }
  }
}
