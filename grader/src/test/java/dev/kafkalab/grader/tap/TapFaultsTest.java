package dev.kafkalab.grader.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.from;
import static org.awaitility.Awaitility.await;

import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.tap.note.ProduceNote;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.message.FetchRequestData.FetchPartition;
import org.apache.kafka.common.message.FetchRequestData.FetchTopic;
import org.apache.kafka.common.message.HeartbeatRequestData;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ProduceResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TapFaultsTest {

  private static final int ALL = -1;

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

  @Test
  void aLostRequestIsNotedNeverReachesTheBrokerAndEndsItsConnection() throws IOException {
    rig.tap.loseProduceRequests(1);
    rig.client.send(produce(1, ALL));
    assertThat(rig.client.isClosedByPeer()).isTrue();
    assertThat(rig.broker.isClosedByPeer()).isTrue(); // and not a byte came before that
    assertThat(rig.tap.notes(ProduceNote.class)).hasSize(1);
    assertThat(rig.tap.produceLosses()).isEqualTo(1);
    assertRelaysProduceAndItsAnswer();
  }

  @Test
  void onlyRequestsThatExpectAnAnswerAreLost() throws IOException {
    rig.tap.loseProduceRequests(1);
    assertThat(rig.ask(produce(1, 0))).isEqualTo(produce(1, 0));
    assertThat(rig.ask(heartbeat(2))).isEqualTo(heartbeat(2));
    assertThat(rig.tap.produceLosses()).isZero();
  }

  @Test
  void aLostAnswerEndsTheConnectionWhenTheBrokerHasTheRecords() throws IOException {
    rig.tap.loseProduceAnswers(1);
    assertThat(rig.ask(produce(1, ALL))).isEqualTo(produce(1, ALL));
    assertThat(rig.tap.produceLosses()).isZero();
    rig.broker.send(produced(1));
    assertThat(rig.client.isClosedByPeer()).isTrue(); // and not a byte came before that
    assertThat(rig.tap.produceLosses()).isEqualTo(1);
    assertRelaysProduceAndItsAnswer();
  }

  @Test
  void anAnswerInFrontOfTheLostOneIsPassedOn() throws IOException {
    rig.ask(produce(1, ALL));
    rig.tap.loseProduceAnswers(1);
    rig.ask(produce(2, ALL));
    assertThat(rig.answer(produced(1))).isEqualTo(produced(1));
    rig.broker.send(produced(2));
    assertThat(rig.client.isClosedByPeer()).isTrue();
  }

  @Test
  void refusedRecordsAreAnsweredSoUntilThatEnds() throws IOException {
    rig.tap.refuseRecords(true);
    rig.ask(produce(1, ALL));
    assertThat(partitionOf(rig.answer(produced(1))))
        .returns(Errors.TOPIC_AUTHORIZATION_FAILED.code(), from(p -> p.errorCode()))
        .returns(-1L, from(p -> p.baseOffset()));

    rig.tap.refuseRecords(false);
    rig.ask(produce(2, ALL));
    assertThat(partitionOf(rig.answer(produced(2))))
        .returns(Errors.NONE.code(), from(p -> p.errorCode()))
        .returns(40L, from(p -> p.baseOffset()));
  }

  @Test
  void heldAnswersWaitWhileOtherConnectionsGoOn() throws IOException {
    rig.tap.holdProduceAnswers(true);
    rig.ask(produce(1, ALL));
    rig.broker.send(produced(1));
    assertRelaysNewConnections(); // that takes a while, and the answer has not come meanwhile
    assertThat(rig.client.hasInput()).isFalse();

    rig.tap.holdProduceAnswers(false);
    assertThat(rig.client.receive()).isEqualTo(produced(1));
  }

  @Test
  void theTapStallsAtARequestBeforeItGoesOn() throws IOException {
    rig.tap.stallAt(ProduceNote.class::isInstance);
    rig.ask(heartbeat(1));
    rig.client.send(produce(2, ALL));
    rig.client.send(heartbeat(3));
    await().until(() -> rig.tap.heartbeats() == 2); // it was read after the request in front of it
    assertThat(rig.broker.hasInput()).isFalse();

    rig.tap.resume();
    assertThat(rig.broker.receive()).isEqualTo(produce(2, ALL));
    assertThat(rig.broker.receive()).isEqualTo(heartbeat(3));
    assertThat(rig.ask(produce(4, ALL))).isEqualTo(produce(4, ALL));
  }

  @Test
  void resumeEndsTheWaitForARequestToStallAt() throws IOException {
    rig.tap.stallAt(ProduceNote.class::isInstance);
    rig.tap.resume();
    assertThat(rig.ask(produce(1, ALL))).isEqualTo(produce(1, ALL));
  }

  @Test
  void positionsAreThoseLastFetchedOfEachPartition() throws IOException {
    rig.ask(fetch(1, Map.of(0, 5L, 2, 9L)));
    rig.ask(fetch(2, Map.of(2, 11L)));

    assertThat(rig.tap.fetchPositions())
        .isEqualTo(
            new Offsets(
                Map.of(new TopicPartition("events", 0), 5L, new TopicPartition("events", 2), 11L)));
  }

  private void assertRelaysProduceAndItsAnswer() throws IOException {
    try (FramedSocket again = FramedSocket.connectTo(rig.tap.address());
        FramedSocket brokerAgain = rig.server.accept()) {
      again.send(produce(1, ALL));
      assertThat(brokerAgain.receive()).isEqualTo(produce(1, ALL));
      brokerAgain.send(produced(1));
      assertThat(again.receive()).isEqualTo(produced(1));
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

  private static byte[] produce(int correlationId, int acks) {
    var data = new ProduceRequestData().setAcks((short) acks).setTimeoutMs(1000);
    data.topicData().add(new ProduceRequestData.TopicProduceData().setName("events"));
    return Wire.request(ApiKeys.PRODUCE, 9, correlationId, data);
  }

  private static byte[] produced(int correlationId) {
    var data = new ProduceResponseData();
    data.responses()
        .add(
            new ProduceResponseData.TopicProduceResponse()
                .setName("events")
                .setPartitionResponses(
                    List.of(new ProduceResponseData.PartitionProduceResponse().setBaseOffset(40))));
    return Wire.response(ApiKeys.PRODUCE, 9, correlationId, data);
  }

  private static ProduceResponseData.PartitionProduceResponse partitionOf(byte[] answer) {
    return Wire.parsed(ProduceResponse.class, ApiKeys.PRODUCE, 9, answer)
        .data()
        .responses()
        .iterator()
        .next()
        .partitionResponses()
        .get(0);
  }

  private static byte[] fetch(int correlationId, Map<Integer, Long> offsets) {
    FetchTopic topic = new FetchTopic().setTopic("events");
    offsets.forEach(
        (partition, offset) ->
            topic
                .partitions()
                .add(new FetchPartition().setPartition(partition).setFetchOffset(offset)));
    return Wire.request(
        ApiKeys.FETCH, 12, correlationId, new FetchRequestData().setTopics(List.of(topic)));
  }
}
