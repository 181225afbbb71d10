package dev.kafkalab.grader.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.apache.kafka.common.message.HeartbeatRequestData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TapFaultsTest {

  private final TapRig rig = new TapRig();

  TapFaultsTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    rig.close();
  }

  @Test
  void cutClosesOpenConnectionsAndTakesNewOnes() throws IOException {
    rig.tap.cut();
    assertThat(rig.client.isClosedByPeer()).isTrue();
    assertThat(rig.broker.isClosedByPeer()).isTrue();
    assertRelaysNewConnections();
  }

  @Test
  void refuseClosesOpenAndNewConnectionsUntilResumed() throws IOException {
    rig.tap.refuse();
    assertThat(rig.client.isClosedByPeer()).isTrue();
    try (FramedSocket refused = FramedSocket.connectTo(rig.tap.address())) {
      assertThat(refused.isClosedByPeer()).isTrue();
    }
    rig.tap.resume();
    assertRelaysNewConnections();
  }

  @Test
  void stallHoldsRequestsButNotesThemAndResumeSendsThemInOrder() throws IOException {
    rig.tap.stall();
    for (int i = 0; i < 5; i++) {
      rig.client.send(heartbeat(i));
    }
    await().until(() -> rig.tap.heartbeats() == 5);
    assertThat(rig.broker.hasInput()).isFalse();

    rig.tap.resume();
    for (int i = 0; i < 5; i++) {
      assertThat(rig.broker.receive()).isEqualTo(heartbeat(i));
    }
  }

  @Test
  void stallHoldsResponsesAndResumeSendsThemInOrder() throws IOException {
    rig.ask(heartbeat(1));
    rig.tap.stall();
    byte[] first = {0, 0, 0, 1, 42};
    byte[] second = {0, 0, 0, 2, 43};
    rig.broker.send(first);
    rig.broker.send(second);
    // A request that is noted on the same tap shows that time has passed for the responses too.
    rig.client.send(heartbeat(2));
    await().until(() -> rig.tap.heartbeats() == 2);
    assertThat(rig.client.hasInput()).isFalse();

    rig.tap.resume();
    assertThat(rig.client.receive()).isEqualTo(first);
    assertThat(rig.client.receive()).isEqualTo(second);
  }

  @Test
  void cutDropsWhatAStallHeldAndEndsIt() throws IOException {
    rig.tap.stall();
    rig.client.send(heartbeat(1));
    await().until(() -> rig.tap.heartbeats() == 1);
    rig.tap.cut();
    assertThat(rig.broker.isClosedByPeer()).isTrue(); // and not a byte came before that
    assertRelaysNewConnections();
  }

  @Test
  void stallTakesNewConnectionsAndNotesWhatTheyAsk() throws IOException {
    rig.tap.stall();
    try (FramedSocket later = FramedSocket.connectTo(rig.tap.address());
        FramedSocket laterBroker = rig.server.accept()) {
      later.send(heartbeat(3));
      await().until(() -> rig.tap.heartbeats() == 1);
      rig.tap.resume();
      assertThat(laterBroker.receive()).isEqualTo(heartbeat(3));
    }
  }

  private void assertRelaysNewConnections() throws IOException {
    try (FramedSocket again = FramedSocket.connectTo(rig.tap.address());
        FramedSocket brokerAgain = rig.server.accept()) {
      again.send(heartbeat(9));
      assertThat(brokerAgain.receive()).isEqualTo(heartbeat(9));
      brokerAgain.send(new byte[] {0, 0, 0, 9});
      assertThat(again.receive()).isEqualTo(new byte[] {0, 0, 0, 9});
    }
  }

  private static byte[] heartbeat(int correlationId) {
    return Wire.request(
        ApiKeys.HEARTBEAT,
        4,
        correlationId,
        new HeartbeatRequestData().setGroupId("group").setMemberId("member"));
  }
}
