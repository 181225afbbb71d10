package dev.kafkalab.grader.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.kafka.common.message.DescribeClusterRequestData;
import org.apache.kafka.common.message.DescribeClusterResponseData;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.message.FindCoordinatorRequestData;
import org.apache.kafka.common.message.FindCoordinatorResponseData;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.DescribeClusterResponse;
import org.apache.kafka.common.requests.FetchResponse;
import org.apache.kafka.common.requests.FindCoordinatorResponse;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.requests.ProduceResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapAddressesTest {

  private final TapRig rig = new TapRig();
  private final Endpoint tap = Endpoint.parseAll(rig.tap.address()).get(0);

  TapAddressesTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    rig.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 9, 13})
  void metadataNamesTheTap(int version) throws IOException {
    rig.ask(Wire.request(ApiKeys.METADATA, version, 3, new MetadataRequestData()));
    byte[] answer =
        rig.answer(Wire.response(ApiKeys.METADATA, version, 3, metadata(rig.server.port())));
    var brokers = Wire.parsed(MetadataResponse.class, ApiKeys.METADATA, version, answer);
    assertThat(brokers.data().brokers())
        .singleElement()
        .satisfies(broker -> assertThat(broker.host()).isEqualTo(tap.host()))
        .satisfies(broker -> assertThat(broker.port()).isEqualTo(tap.port()))
        .satisfies(broker -> assertThat(broker.rack()).isEqualTo(version == 0 ? null : "rack"));
  }

  @Test
  void findCoordinatorNamesTheTapInItsListUnlessThereIsNone() throws IOException {
    rig.ask(Wire.request(ApiKeys.FIND_COORDINATOR, 6, 3, new FindCoordinatorRequestData()));
    var found =
        new FindCoordinatorResponseData()
            .setCoordinators(
                List.of(
                    new FindCoordinatorResponseData.Coordinator()
                        .setKey("group")
                        .setHost("127.0.0.1")
                        .setPort(rig.server.port()),
                    new FindCoordinatorResponseData.Coordinator()
                        .setKey("other")
                        .setHost("")
                        .setPort(-1)
                        .setErrorCode((short) 15)));
    byte[] answer = rig.answer(Wire.response(ApiKeys.FIND_COORDINATOR, 6, 3, found));
    var coordinators =
        Wire.parsed(FindCoordinatorResponse.class, ApiKeys.FIND_COORDINATOR, 6, answer)
            .data()
            .coordinators();
    assertThat(coordinators).extracting("port").containsExactly(tap.port(), -1);
    assertThat(coordinators).extracting("host").containsExactly(tap.host(), "");
  }

  @Test
  void findCoordinatorNamesTheTapInItsOldFields() throws IOException {
    rig.ask(Wire.request(ApiKeys.FIND_COORDINATOR, 3, 3, new FindCoordinatorRequestData()));
    var found = new FindCoordinatorResponseData().setHost("127.0.0.1").setPort(rig.server.port());
    byte[] answer = rig.answer(Wire.response(ApiKeys.FIND_COORDINATOR, 3, 3, found));
    var data =
        Wire.parsed(FindCoordinatorResponse.class, ApiKeys.FIND_COORDINATOR, 3, answer).data();
    assertThat(new Endpoint(data.host(), data.port())).isEqualTo(tap);
  }

  @Test
  void leavesAnErrorOfFindCoordinatorUntouched() throws IOException {
    rig.ask(Wire.request(ApiKeys.FIND_COORDINATOR, 3, 3, new FindCoordinatorRequestData()));
    var none = new FindCoordinatorResponseData().setErrorCode((short) 15).setPort(-1);
    byte[] response = Wire.response(ApiKeys.FIND_COORDINATOR, 3, 3, none);
    assertThat(rig.answer(response)).isEqualTo(response);
  }

  @Test
  void describeClusterNamesTheTap() throws IOException {
    rig.ask(Wire.request(ApiKeys.DESCRIBE_CLUSTER, 2, 3, new DescribeClusterRequestData()));
    var cluster = new DescribeClusterResponseData().setClusterId("cluster");
    cluster
        .brokers()
        .add(
            new DescribeClusterResponseData.DescribeClusterBroker()
                .setBrokerId(1)
                .setHost("127.0.0.1")
                .setPort(rig.server.port()));
    byte[] answer = rig.answer(Wire.response(ApiKeys.DESCRIBE_CLUSTER, 2, 3, cluster));
    var data =
        Wire.parsed(DescribeClusterResponse.class, ApiKeys.DESCRIBE_CLUSTER, 2, answer).data();
    assertThat(data.brokers()).extracting("port").containsExactly(tap.port());
  }

  @Test
  void leadersThatMovedAreFoundThroughTheTap() throws IOException {
    rig.ask(Wire.request(ApiKeys.FETCH, 17, 1, new FetchRequestData()));
    var fetched = new FetchResponseData();
    fetched
        .nodeEndpoints()
        .add(new FetchResponseData.NodeEndpoint().setHost("127.0.0.1").setPort(rig.server.port()));
    byte[] answer = rig.answer(Wire.response(ApiKeys.FETCH, 17, 1, fetched));
    assertThat(Wire.parsed(FetchResponse.class, ApiKeys.FETCH, 17, answer).data().nodeEndpoints())
        .extracting("port")
        .containsExactly(tap.port());

    rig.ask(Wire.request(ApiKeys.PRODUCE, 13, 2, new ProduceRequestData().setAcks((short) 1)));
    var produced = new ProduceResponseData();
    produced
        .nodeEndpoints()
        .add(
            new ProduceResponseData.NodeEndpoint().setHost("127.0.0.1").setPort(rig.server.port()));
    answer = rig.answer(Wire.response(ApiKeys.PRODUCE, 13, 2, produced));
    assertThat(
            Wire.parsed(ProduceResponse.class, ApiKeys.PRODUCE, 13, answer).data().nodeEndpoints())
        .extracting("port")
        .containsExactly(tap.port());
  }

  @Test
  void anUnansweredProduceDoesNotMixUpTheAnswersAfterIt() throws IOException {
    ProduceRequestData unanswered = new ProduceRequestData().setAcks((short) 0);
    for (int i = 0; i < 20_000; i++) { // far more than may be in flight
      rig.client.send(Wire.request(ApiKeys.PRODUCE, 12, i, unanswered));
      rig.broker.receive();
    }
    metadataNamesTheTap(13);
  }

  @Test
  void cutsAClientOffThatNeverReadsItsAnswers() throws IOException {
    byte[] request = Wire.request(ApiKeys.METADATA, 13, 3, new MetadataRequestData());
    for (int i = 0; i < PendingAnswers.MOST; i++) {
      rig.ask(request);
    }
    rig.client.send(request);
    assertThat(rig.client.isClosedByPeer()).isTrue();
  }

  @Test
  void eachBrokerOfAClusterHasAPortOfItsOwn() throws IOException {
    try (FakeBroker second = new FakeBroker()) {
      rig.ask(Wire.request(ApiKeys.METADATA, 13, 3, new MetadataRequestData()));
      MetadataResponseData both = metadata(rig.server.port(), second.port());
      byte[] answer = rig.answer(Wire.response(ApiKeys.METADATA, 13, 3, both));
      var brokers =
          Wire.parsed(MetadataResponse.class, ApiKeys.METADATA, 13, answer).data().brokers();
      assertThat(brokers.find(0).port()).isEqualTo(tap.port());
      assertThat(brokers.find(1).port()).isNotIn(tap.port(), second.port());

      try (FramedSocket client = FramedSocket.connectTo("127.0.0.1:" + brokers.find(1).port());
          FramedSocket secondBroker = second.accept()) {
        client.send(new byte[] {1, 2, 3});
        assertThat(secondBroker.receive()).isEqualTo(new byte[] {1, 2, 3});
        rig.tap.cut();
        assertThat(client.isClosedByPeer()).isTrue();
      }
    }
  }

  private static MetadataResponseData metadata(int... ports) {
    MetadataResponseData data = new MetadataResponseData().setClusterId("cluster");
    for (int i = 0; i < ports.length; i++) {
      data.brokers()
          .add(
              new MetadataResponseData.MetadataResponseBroker()
                  .setNodeId(i)
                  .setHost("127.0.0.1")
                  .setPort(ports[i])
                  .setRack("rack"));
    }
    return data;
  }
}
