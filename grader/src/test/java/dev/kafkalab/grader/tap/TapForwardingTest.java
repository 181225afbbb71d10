package dev.kafkalab.grader.tap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.message.ApiVersionsRequestData;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TapForwardingTest {

  private final TapRig rig = new TapRig();

  TapForwardingTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    rig.close();
  }

  @Test
  void forwardsEveryByteOfARequestAndOfItsAnswer() throws IOException {
    byte[] request = Wire.request(ApiKeys.API_VERSIONS, 4, 7, new ApiVersionsRequestData());
    assertThat(rig.ask(request)).isEqualTo(request);

    byte[] response = {0, 0, 0, 7, 1, 2, 3};
    assertThat(rig.answer(response)).isEqualTo(response);
  }

  @Test
  void putsFramesTogetherThatArriveByteByByte() throws IOException {
    byte[] request = Wire.request(ApiKeys.METADATA, 13, 1, new MetadataRequestData());
    for (byte one : FramedSocket.framed(request)) {
      rig.client.sendRaw(new byte[] {one});
    }
    assertThat(rig.broker.receive()).isEqualTo(request);
  }

  @Test
  void forwardsBytesThatAreNotKafkaUntouched() throws IOException {
    Random random = new Random(4711);
    for (int length = 0; length < 200; length++) {
      byte[] garbage = new byte[length];
      random.nextBytes(garbage);
      assertThat(rig.ask(garbage)).isEqualTo(garbage);
      assertThat(rig.answer(garbage)).isEqualTo(garbage);
    }
    assertThat(rig.tap.notes()).isEmpty();
  }

  @Test
  void forwardsAKnownRequestWithABodyThatIsNone() throws IOException {
    for (ApiKeys key : ApiKeys.values()) {
      RequestBytes request = new RequestBytes(key);
      assertThat(rig.ask(request.bytes())).as("%s", key).isEqualTo(request.bytes());
      byte[] answer = {0, 0, 0, (byte) key.id, -1, -1, -1, -1, 9};
      assertThat(rig.answer(answer)).as("%s", key).isEqualTo(answer);
    }
  }

  @Test
  void closesAConnectionWhoseFrameIsTooLong() throws IOException {
    rig.client.sendRaw(ByteBuffer.allocate(4).putInt(FrameReader.LONGEST + 1).array());
    assertThat(rig.client.isClosedByPeer()).isTrue();
    assertThat(rig.broker.isClosedByPeer()).isTrue();
  }

  @Test
  void closesAConnectionWhoseFrameHasANegativeLength() throws IOException {
    rig.client.sendRaw(new byte[] {-1, -1, -1, -1});
    assertThat(rig.client.isClosedByPeer()).isTrue();
  }

  @Test
  void passesOnWhatAClientSaidBeforeItWentAway() throws IOException {
    rig.client.send("one".getBytes(UTF_8));
    rig.client.send("two".getBytes(UTF_8));
    rig.client.close();
    assertThat(rig.broker.receive()).asString(UTF_8).isEqualTo("one");
    assertThat(rig.broker.receive()).asString(UTF_8).isEqualTo("two");
    assertThat(rig.broker.isClosedByPeer()).isTrue();
  }

  @Test
  void closesTheClientsConnectionWhenTheBrokerClosesIts() throws IOException {
    rig.broker.close();
    assertThat(rig.client.isClosedByPeer()).isTrue();
  }

  @Test
  void closesTheClientsConnectionWhenThereIsNoBroker() throws IOException {
    rig.server.close();
    try (FramedSocket other = FramedSocket.connectTo(rig.tap.address())) {
      assertThat(other.isClosedByPeer()).isTrue();
    }
  }

  @Test
  void takesTheFirstBootstrapServerThatAnswers() throws IOException {
    FakeBroker gone = new FakeBroker();
    gone.close();
    try (FakeBroker second = new FakeBroker();
        Tap tap = Tap.inFrontOf(gone.address() + ", " + second.address(), Ports.OF_THIS_MACHINE);
        FramedSocket client = FramedSocket.connectTo(tap.address());
        FramedSocket broker = second.accept()) {
      client.send("hello".getBytes(UTF_8));
      assertThat(broker.receive()).asString(UTF_8).isEqualTo("hello");
    }
  }

  @Test
  void closesConnectionsBeyondItsLimit() throws IOException {
    List<FramedSocket> clients = new ArrayList<>();
    try {
      for (int i = 1; i < Relay.MOST_CONNECTIONS; i++) {
        clients.add(FramedSocket.connectTo(rig.tap.address()));
        clients.add(rig.server.accept());
      }
      try (FramedSocket oneTooMany = FramedSocket.connectTo(rig.tap.address())) {
        assertThat(oneTooMany.isClosedByPeer()).isTrue();
      }
      byte[] request = {1, 2, 3};
      assertThat(rig.ask(request)).isEqualTo(request);
    } finally {
      for (FramedSocket client : clients) {
        client.close();
      }
    }
  }

  @Test
  void endsItsThreadsAndKeepsItsNotesWhenClosed() throws IOException {
    rig.ask(Wire.request(ApiKeys.FETCH, 17, 1, new FetchRequestData()));
    rig.tap.close();
    rig.tap.close();
    assertThat(rig.client.isClosedByPeer()).isTrue();
    assertThat(rig.tap.notes()).hasSize(1);
    int port = Endpoint.parseAll(rig.tap.address()).get(0).port();
    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .doesNotContain("tap-" + port + "-accept"));
  }

  @Test
  void saysWhichFormAnAddressMustHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tap.inFrontOf("localhost", Ports.OF_THIS_MACHINE))
        .withMessage("expected host:port[,host:port] but got \"localhost\"");
  }

  /** A header that is right, followed by a body that is not. */
  private record RequestBytes(ApiKeys key) {

    byte[] bytes() {
      byte[] nonsense = {-1, -1, -1, -1, -1, -1, -1, -1, -1, 127};
      ByteBuffer buffer = ByteBuffer.allocate(64);
      buffer.putShort(key.id).putShort(key.latestVersion()).putInt(key.id);
      buffer.putShort((short) 1).put((byte) 'c').put((byte) 0).put(nonsense);
      byte[] bytes = new byte[buffer.position()];
      buffer.flip().get(bytes);
      return bytes;
    }
  }
}
