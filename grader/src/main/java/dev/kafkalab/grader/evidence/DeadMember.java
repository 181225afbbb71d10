package dev.kafkalab.grader.evidence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.message.ConsumerGroupHeartbeatRequestData;
import org.apache.kafka.common.message.LeaveGroupRequestData;
import org.apache.kafka.common.message.LeaveGroupRequestData.MemberIdentity;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.requests.ConsumerGroupHeartbeatRequest;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;

/**
 * Leaves a group in the name of a member that was killed: the broker would else wait for it until
 * its session ends.
 *
 * <p>Kafka's admin client can only remove all members at once, or static ones; the request that a
 * member makes itself names one.
 */
final class DeadMember {

  private static final String CLIENT_ID = "kafka-lab-grader";
  private static final int TIMEOUT_MILLIS = 10_000;

  private final String group;
  private final String memberId;

  DeadMember(String group, String memberId) {
    this.group = group;
    this.memberId = memberId;
  }

  /** Leaves by the classic protocol's LeaveGroup request. */
  void leaveClassic(Node coordinator) {
    LeaveGroupRequestData leave =
        new LeaveGroupRequestData()
            .setGroupId(group)
            .setMembers(List.of(new MemberIdentity().setMemberId(memberId)));
    ask(coordinator, ApiKeys.LEAVE_GROUP, leave);
  }

  /** Leaves by the consumer protocol's heartbeat with epoch -1 (KIP-848). */
  void leaveConsumer(Node coordinator) {
    ConsumerGroupHeartbeatRequestData leave =
        new ConsumerGroupHeartbeatRequestData()
            .setGroupId(group)
            .setMemberId(memberId)
            .setMemberEpoch(ConsumerGroupHeartbeatRequest.LEAVE_GROUP_MEMBER_EPOCH);
    ask(coordinator, ApiKeys.CONSUMER_GROUP_HEARTBEAT, leave);
  }

  /** Sends the request and returns when the coordinator has answered it. */
  private static void ask(Node coordinator, ApiKeys key, ApiMessage body) {
    short version = key.latestVersion();
    RequestHeader header = new RequestHeader(key, version, CLIENT_ID, 1);
    ByteBuffer frame = RequestUtils.serialize(header.data(), header.headerVersion(), body, version);
    try (Socket socket = new Socket(coordinator.host(), coordinator.port())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(frame.remaining());
      out.write(frame.array(), frame.arrayOffset() + frame.position(), frame.remaining());
      out.flush();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      in.skipNBytes(in.readInt());
    } catch (IOException e) {
      throw new UncheckedIOException("A dead member could not be removed from its group", e);
    }
  }
}
