package dev.kafkalab.grader.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.message.ConsumerGroupHeartbeatResponseData;
import org.apache.kafka.common.message.LeaveGroupResponseData;
import org.apache.kafka.common.message.LeaveGroupResponseData.MemberResponse;
import org.apache.kafka.common.message.ResponseHeaderData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.RequestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class DeadMemberTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(400);

  private final AtomicInteger asked = new AtomicInteger();

  private ServerSocket coordinator;

  @BeforeEach
  void listen() throws IOException {
    coordinator = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    coordinator.close();
  }

  @Test
  void aMemberThatIsLetGoHasLeft() {
    answerLeave(Errors.NONE);

    assertThatCode(() -> member(LONG).leaveClassic(node())).doesNotThrowAnyException();
    assertThat(asked).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNKNOWN_MEMBER_ID", "GROUP_ID_NOT_FOUND"})
  void aMemberThatIsGoneAlreadyHasLeft(Errors error) {
    answerHeartbeat(error);

    assertThatCode(() -> member(LONG).leaveConsumer(node())).doesNotThrowAnyException();
    assertThat(asked).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"COORDINATOR_LOAD_IN_PROGRESS", "NOT_COORDINATOR"})
  void aCoordinatorThatIsBusyIsAskedAgain(Errors busy) {
    answerLeave(busy, busy, Errors.NONE);

    assertThatCode(() -> member(LONG).leaveClassic(node())).doesNotThrowAnyException();
    assertThat(asked).hasValue(3);
  }

  @Test
  void aCoordinatorThatStaysBusyIsNamedAtTheEndOfTheBound() {
    answerHeartbeat(Errors.COORDINATOR_NOT_AVAILABLE);

    assertThatExceptionOfType(KafkaException.class)
        .isThrownBy(() -> member(SHORT).leaveConsumer(node()))
        .withMessage(
            "A dead member could not be removed from group readers: COORDINATOR_NOT_AVAILABLE");
    assertThat(asked).hasValueGreaterThan(1);
  }

  @Test
  void aRefusalIsNamedAtOnce() {
    answerHeartbeat(Errors.GROUP_AUTHORIZATION_FAILED);

    assertThatExceptionOfType(KafkaException.class)
        .isThrownBy(() -> member(LONG).leaveConsumer(node()))
        .withMessage(
            "A dead member could not be removed from group readers: GROUP_AUTHORIZATION_FAILED");
    assertThat(asked).hasValue(1);
  }

  /** LeaveGroup may succeed as a whole and refuse the one member that it was about. */
  @Test
  void aRefusalOfTheMemberAloneIsSeen() {
    MemberResponse refused =
        new MemberResponse()
            .setMemberId("dead")
            .setErrorCode(Errors.GROUP_AUTHORIZATION_FAILED.code());
    answer(
        ApiKeys.LEAVE_GROUP,
        error -> new LeaveGroupResponseData().setMembers(List.of(refused)),
        Errors.NONE);

    assertThatExceptionOfType(KafkaException.class)
        .isThrownBy(() -> member(LONG).leaveClassic(node()))
        .withMessageEndingWith("GROUP_AUTHORIZATION_FAILED");
  }

  @Test
  void aCoordinatorThatSaysNothingIsNotWaitedForLongerThanTheBound() {
    long start = System.nanoTime();

    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> member(SHORT).leaveClassic(node())) // nobody accepts the connection
        .withMessageStartingWith("A dead member could not be removed from group readers: ");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
  }

  @Test
  void aCoordinatorThatIsNotThereIsNamed() throws IOException {
    coordinator.close();

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> member(LONG).leaveClassic(node()))
        .withMessageContaining("could not be removed from group readers: java.net.ConnectExc");
  }

  private static DeadMember member(Duration bound) {
    return new DeadMember("readers", "dead", bound);
  }

  private Node node() {
    return new Node(1, coordinator.getInetAddress().getHostAddress(), coordinator.getLocalPort());
  }

  private void answerLeave(Errors... errors) {
    answer(
        ApiKeys.LEAVE_GROUP,
        error -> new LeaveGroupResponseData().setErrorCode(error.code()),
        errors);
  }

  private void answerHeartbeat(Errors... errors) {
    answer(
        ApiKeys.CONSUMER_GROUP_HEARTBEAT,
        error -> new ConsumerGroupHeartbeatResponseData().setErrorCode(error.code()),
        errors);
  }

  /** BrokerAnswer each request with the next error, and with the last one again and again. */
  private void answer(ApiKeys key, Function<Errors, ApiMessage> body, Errors... errors) {
    Queue<Errors> next = new ArrayDeque<>(Arrays.asList(errors));
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  answerOne(key, body.apply(next.size() > 1 ? next.remove() : next.element()));
                }
              } catch (IOException e) {
                return; // the test has ended
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private void answerOne(ApiKeys key, ApiMessage body) throws IOException {
    try (Socket socket = coordinator.accept()) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      ByteBuffer request = ByteBuffer.wrap(in.readNBytes(in.readInt()));
      asked.incrementAndGet();
      short version = request.getShort(2);
      ByteBuffer frame =
          RequestUtils.serialize(
              new ResponseHeaderData().setCorrelationId(request.getInt(4)),
              key.responseHeaderVersion(version),
              body,
              version);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(frame.remaining());
      out.write(frame.array(), frame.arrayOffset() + frame.position(), frame.remaining());
      out.flush();
    }
  }
}
