package dev.kafkalab.grader.evidence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.message.ConsumerGroupHeartbeatRequestData;
import org.apache.kafka.common.message.LeaveGroupRequestData;
import org.apache.kafka.common.message.LeaveGroupRequestData.MemberIdentity;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.ConsumerGroupHeartbeatRequest;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Leaves a group on behalf of a member that was killed; otherwise the broker would wait for it
 * until its session ends.
 *
 * <p>Kafka's admin client can only remove all members at once, or static ones; the request that a
 * member makes itself names one.
 */
final class DeadMember {

  private static final String CLIENT_ID = "kafka-lab-grader";
  private static final Duration MOST_TO_LEAVE = Duration.ofSeconds(10);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

  /** More than a group with thousands of members needs. */
  private static final int MOST_BYTES = 1 << 20;

  /** Each of these means that it is not a member, which is all that is wanted. */
  private static final Set<Errors> GONE =
      EnumSet.of(
          Errors.NONE,
          Errors.UNKNOWN_MEMBER_ID,
          Errors.GROUP_ID_NOT_FOUND,
          Errors.FENCED_INSTANCE_ID);

  private final String group;
  private final String memberId;
  private final Duration bound;
  private volatile String lastAnswer = "no response";

  DeadMember(String group, String memberId) {
    this(group, memberId, MOST_TO_LEAVE);
  }

  DeadMember(String group, String memberId, Duration bound) {
    this.group = group;
    this.memberId = memberId;
    this.bound = bound;
  }

  /**
   * Leaves by the classic protocol's LeaveGroup request.
   *
   * @throws KafkaException with the broker's error if it is still a member after 10 s
   */
  void leaveClassic(Node coordinator) {
    LeaveGroupRequestData leave =
        new LeaveGroupRequestData()
            .setGroupId(group)
            .setMembers(List.of(new MemberIdentity().setMemberId(memberId)));
    leave(coordinator, ApiKeys.LEAVE_GROUP, leave);
  }

  /**
   * Leaves by the consumer protocol's heartbeat with epoch -1 (KIP-848).
   *
   * @throws KafkaException with the broker's error if it is still a member after 10 s
   */
  void leaveConsumer(Node coordinator) {
    ConsumerGroupHeartbeatRequestData leave =
        new ConsumerGroupHeartbeatRequestData()
            .setGroupId(group)
            .setMemberId(memberId)
            .setMemberEpoch(ConsumerGroupHeartbeatRequest.LEAVE_GROUP_MEMBER_EPOCH);
    leave(coordinator, ApiKeys.CONSUMER_GROUP_HEARTBEAT, leave);
  }

  /** Asks a busy coordinator again. */
  private void leave(Node coordinator, ApiKeys key, ApiMessage body) {
    try {
      Awaitility.await("a dead member to leave")
          .pollDelay(Duration.ZERO)
          .pollInterval(BETWEEN_TRIES)
          .atMost(bound)
          .until(() -> hasLeft(ask(coordinator, key, body)));
    } catch (ConditionTimeoutException e) {
      throw notRemoved(lastAnswer, e);
    }
  }

  private boolean hasLeft(Set<Errors> answer) {
    for (Errors error : answer) {
      if (error.exception() instanceof RetriableException) {
        lastAnswer = error.name();
        return false;
      }
      if (!GONE.contains(error)) {
        throw notRemoved(error.name(), error.exception());
      }
    }
    return true;
  }

  private KafkaException notRemoved(String why, Exception cause) {
    return new KafkaException(
        "A dead member could not be removed from group %s: %s".formatted(group, why), cause);
  }

  /** Sends the request and returns the errors of the response, including {@link Errors#NONE}. */
  private Set<Errors> ask(Node coordinator, ApiKeys key, ApiMessage body) {
    RequestHeader header = new RequestHeader(key, key.latestVersion(), CLIENT_ID, 1);
    int millis = (int) bound.toMillis();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(coordinator.host(), coordinator.port()), millis);
      socket.setSoTimeout(millis);
      send(header, body, new DataOutputStream(socket.getOutputStream()));
      ByteBuffer answer = receive(new DataInputStream(socket.getInputStream()));
      return AbstractResponse.parseResponse(answer, header).errorCounts().keySet();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "A dead member could not be removed from group %s: %s".formatted(group, e), e);
    }
  }

  private static void send(RequestHeader header, ApiMessage body, DataOutputStream out)
      throws IOException {
    ByteBuffer frame =
        RequestUtils.serialize(header.data(), header.headerVersion(), body, header.apiVersion());
    out.writeInt(frame.remaining());
    out.write(frame.array(), frame.arrayOffset() + frame.position(), frame.remaining());
    out.flush();
  }

  private static ByteBuffer receive(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST_BYTES) {
      throw new IOException("a response of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return ByteBuffer.wrap(bytes);
  }
}
