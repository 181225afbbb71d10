package dev.kafkalab.grader.tap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.kafka.clients.consumer.GroupProtocol.CLASSIC;
import static org.apache.kafka.clients.consumer.GroupProtocol.CONSUMER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.tap.note.CommitNote;
import dev.kafkalab.grader.tap.note.FetchNote;
import dev.kafkalab.grader.tap.note.HeartbeatNote;
import dev.kafkalab.grader.tap.note.JoinNote;
import dev.kafkalab.grader.tap.note.LeaveNote;
import dev.kafkalab.grader.tap.note.ProduceNote;
import dev.kafkalab.grader.tap.note.ProducerIdNote;
import dev.kafkalab.grader.tap.note.TopicAskedNote;
import dev.kafkalab.grader.tap.note.WireNote;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.ConsumerGroupHeartbeatRequestData;
import org.apache.kafka.common.message.CreateTopicsRequestData;
import org.apache.kafka.common.message.EndTxnRequestData;
import org.apache.kafka.common.message.FetchRequestData;
import org.apache.kafka.common.message.HeartbeatRequestData;
import org.apache.kafka.common.message.HeartbeatResponseData;
import org.apache.kafka.common.message.InitProducerIdRequestData;
import org.apache.kafka.common.message.JoinGroupRequestData;
import org.apache.kafka.common.message.LeaveGroupRequestData;
import org.apache.kafka.common.message.MetadataRequestData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.OffsetCommitRequestData;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.TxnOffsetCommitRequestData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TapNotesTest {

  private static final TopicPartition EVENTS_2 = new TopicPartition("user-events", 2);

  private final Uuid topicId = Uuid.randomUuid();
  private final TapRig rig = new TapRig();

  TapNotesTest() throws IOException {}

  @AfterEach
  void close() throws IOException {
    rig.close();
  }

  @Test
  void aProduceByNameIsNotedWithItsAcks() throws IOException {
    rig.ask(Wire.request(ApiKeys.PRODUCE, 9, 1, produce(0, "user-events", Uuid.ZERO_UUID)));
    assertThat(rig.tap.notes(ProduceNote.class))
        .singleElement()
        .satisfies(note -> assertThat(note.acks()).isZero())
        .satisfies(note -> assertThat(note.clientId()).isEqualTo(Wire.CLIENT_ID))
        .satisfies(note -> assertThat(note.partitions()).containsExactly(EVENTS_2))
        .satisfies(note -> assertThat(note.recordCount()).isEqualTo(3));
  }

  @Test
  void aProduceByTopicIdIsNotedByTheNameThatMetadataGaveIt() throws IOException {
    learnTopicId();
    rig.ask(Wire.request(ApiKeys.PRODUCE, 13, 1, produce(-1, "", topicId)));
    ProduceNote note = rig.tap.notes(ProduceNote.class).get(0);
    assertThat(note.topics()).isEqualTo(Set.of("user-events"));
    assertThat(note.acks()).isEqualTo((short) -1);
  }

  @Test
  void aProduceByAnUnknownTopicIdIsNotedByTheId() throws IOException {
    rig.ask(Wire.request(ApiKeys.PRODUCE, 13, 1, produce(1, "", topicId)));
    assertThat(rig.tap.notes(ProduceNote.class).get(0).topics())
        .containsExactly(topicId.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 9, 10})
  void aCommitIsNotedWithItsOffsets(int version) throws IOException {
    learnTopicId();
    var data = new OffsetCommitRequestData().setGroupId("group").setMemberId("member");
    data.topics()
        .add(
            new OffsetCommitRequestData.OffsetCommitRequestTopic()
                .setName(version < 10 ? "user-events" : "")
                .setTopicId(version < 10 ? Uuid.ZERO_UUID : topicId)
                .setPartitions(
                    List.of(
                        new OffsetCommitRequestData.OffsetCommitRequestPartition()
                            .setPartitionIndex(2)
                            .setCommittedOffset(17))));
    rig.ask(Wire.request(ApiKeys.OFFSET_COMMIT, version, 1, data));
    CommitNote note = rig.tap.notes(CommitNote.class).get(0);
    assertThat(note.groupId()).isEqualTo("group");
    assertThat(note.memberId()).isEqualTo("member");
    assertThat(note.offsets()).isEqualTo(Offsets.at(EVENTS_2, 17));
  }

  @Test
  void aCommitInATransactionCountsWhenThatIsCommitted() throws IOException {
    rig.ask(Wire.request(ApiKeys.TXN_OFFSET_COMMIT, 5, 1, offsetInTransaction(5)));
    assertThat(rig.tap.notes(CommitNote.class)).isEmpty();

    rig.ask(Wire.request(ApiKeys.END_TXN, 5, 2, endOfTransaction(true)));

    assertThat(rig.tap.notes(CommitNote.class).get(0).offsets()).isEqualTo(Offsets.at(EVENTS_2, 5));
  }

  @Test
  void aCommitInATransactionThatIsAbortedIsNone() throws IOException {
    rig.ask(Wire.request(ApiKeys.TXN_OFFSET_COMMIT, 5, 1, offsetInTransaction(5)));
    rig.ask(Wire.request(ApiKeys.END_TXN, 5, 2, endOfTransaction(false)));
    rig.ask(Wire.request(ApiKeys.TXN_OFFSET_COMMIT, 5, 3, offsetInTransaction(7)));
    rig.ask(Wire.request(ApiKeys.END_TXN, 5, 4, endOfTransaction(true)));

    assertThat(rig.tap.notes(CommitNote.class))
        .extracting(CommitNote::offsets)
        .containsExactly(Offsets.at(EVENTS_2, 7));
  }

  private static TxnOffsetCommitRequestData offsetInTransaction(long offset) {
    var data =
        new TxnOffsetCommitRequestData()
            .setTransactionalId("tx")
            .setProducerId(9)
            .setGroupId("group");
    data.topics()
        .add(
            new TxnOffsetCommitRequestData.TxnOffsetCommitRequestTopic()
                .setName("user-events")
                .setPartitions(
                    List.of(
                        new TxnOffsetCommitRequestData.TxnOffsetCommitRequestPartition()
                            .setPartitionIndex(2)
                            .setCommittedOffset(offset))));
    return data;
  }

  private static EndTxnRequestData endOfTransaction(boolean committed) {
    return new EndTxnRequestData()
        .setTransactionalId("tx")
        .setProducerId(9)
        .setCommitted(committed);
  }

  @Test
  void aClassicMemberJoinsBeatsAndLeaves() throws IOException {
    var join = new JoinGroupRequestData().setGroupId("group").setMemberId("m");
    rig.ask(Wire.request(ApiKeys.JOIN_GROUP, 9, 1, join.setProtocolType("consumer")));
    var beat = new HeartbeatRequestData().setGroupId("group").setMemberId("m");
    rig.ask(Wire.request(ApiKeys.HEARTBEAT, 4, 2, beat));
    rig.ask(Wire.request(ApiKeys.HEARTBEAT, 4, 3, beat));
    var member = new LeaveGroupRequestData.MemberIdentity().setMemberId("m");
    var leave = new LeaveGroupRequestData().setGroupId("group").setMembers(List.of(member));
    rig.ask(Wire.request(ApiKeys.LEAVE_GROUP, 5, 4, leave));

    assertJoinedBeatAndLeft(CLASSIC, 2);
  }

  @Test
  void anOldMemberLeaves() throws IOException {
    var leave = new LeaveGroupRequestData().setGroupId("group").setMemberId("m");
    rig.ask(Wire.request(ApiKeys.LEAVE_GROUP, 1, 4, leave));
    assertThat(rig.tap.notes(LeaveNote.class)).extracting(LeaveNote::memberId).containsExactly("m");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -2})
  void aMemberOfTheConsumerProtocolJoinsBeatsAndLeaves(int leavingEpoch) throws IOException {
    for (int epoch : new int[] {0, 1, 1, 2, leavingEpoch}) {
      rig.ask(
          Wire.request(
              ApiKeys.CONSUMER_GROUP_HEARTBEAT,
              1,
              epoch,
              new ConsumerGroupHeartbeatRequestData()
                  .setGroupId("group")
                  .setMemberId("m")
                  .setMemberEpoch(epoch)));
    }
    assertJoinedBeatAndLeft(CONSUMER, 3);
  }

  private void assertJoinedBeatAndLeft(GroupProtocol protocol, int beats) {
    assertThat(rig.tap.notes())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("nanoTime")
        .containsExactly(
            new JoinNote(0, Wire.CLIENT_ID, "group", "m", protocol),
            new HeartbeatNote(0, Wire.CLIENT_ID, "group", "m"),
            new LeaveNote(0, Wire.CLIENT_ID, "group", "m"));
    assertThat(rig.tap.heartbeats()).isEqualTo(beats);
  }

  @ParameterizedTest
  @CsvSource({"27, 1", "0, 0", "25, 0"})
  void whetherAHeartbeatToldOfARebalanceIsNoted(short error, long told) throws IOException {
    rig.ask(Wire.request(ApiKeys.HEARTBEAT, 4, 3, new HeartbeatRequestData().setGroupId("group")));
    HeartbeatResponseData data = new HeartbeatResponseData().setErrorCode(error);
    byte[] sent = Wire.response(ApiKeys.HEARTBEAT, 4, 3, data);

    assertThat(rig.answer(sent)).isEqualTo(sent);
    assertThat(rig.tap.rebalancesTold()).isEqualTo(told);
  }

  @Test
  void aTopicThatIsAskedForIsNotedOnce() throws IOException {
    byte[] request =
        Wire.request(
            ApiKeys.METADATA,
            13,
            1,
            new MetadataRequestData()
                .setTopics(
                    List.of(new MetadataRequestData.MetadataRequestTopic().setName("wrong"))));
    rig.ask(request);
    rig.ask(request);
    rig.ask(Wire.request(ApiKeys.METADATA, 13, 2, new MetadataRequestData().setTopics(null)));
    assertThat(rig.tap.notes(TopicAskedNote.class))
        .extracting(TopicAskedNote::topic)
        .containsExactly("wrong");
  }

  @Test
  void aTopicThatIsCreatedIsNoted() throws IOException {
    var created = new CreateTopicsRequestData();
    created.topics().add(new CreateTopicsRequestData.CreatableTopic().setName("wrong"));
    rig.ask(Wire.request(ApiKeys.CREATE_TOPICS, 7, 1, created));
    assertThat(rig.tap.notes(TopicAskedNote.class))
        .extracting(TopicAskedNote::topic)
        .containsExactly("wrong");
  }

  @Test
  void fetchesAreCountedAndNotedOnceForEachClient() throws IOException {
    for (int i = 0; i < 3; i++) {
      rig.ask(Wire.request(ApiKeys.FETCH, 17, i, new FetchRequestData()));
    }
    assertThat(rig.tap.notes()).hasSize(1).hasOnlyElementsOfType(FetchNote.class);
    assertThat(rig.tap.fetches()).isEqualTo(3);
  }

  @Test
  void aProducerThatAsksForAnIdIsNoted() throws IOException {
    rig.ask(Wire.request(ApiKeys.INIT_PRODUCER_ID, 5, 1, new InitProducerIdRequestData()));
    assertThat(rig.tap.notes(ProducerIdNote.class))
        .extracting(ProducerIdNote::transactionalId)
        .containsExactly("");
  }

  @Test
  void longNamesAreCut() throws IOException {
    var beat = new HeartbeatRequestData().setGroupId("g".repeat(9999)).setMemberId("m");
    rig.ask(Wire.request(ApiKeys.HEARTBEAT, 4, 2, beat));
    assertThat(rig.tap.notes(HeartbeatNote.class).get(0).groupId())
        .hasSize(WireNote.LONGEST_STRING);
  }

  private void learnTopicId() throws IOException {
    rig.ask(Wire.request(ApiKeys.METADATA, 13, 0, new MetadataRequestData()));
    MetadataResponseData data = new MetadataResponseData();
    data.topics()
        .add(
            new MetadataResponseData.MetadataResponseTopic()
                .setName("user-events")
                .setTopicId(topicId));
    rig.answer(Wire.response(ApiKeys.METADATA, 13, 0, data));
  }

  private static ProduceRequestData produce(int acks, String topic, Uuid id) {
    var records =
        MemoryRecords.withRecords(
            Compression.gzip().build(),
            new SimpleRecord("1".getBytes(UTF_8)),
            new SimpleRecord("2".getBytes(UTF_8)),
            new SimpleRecord("3".getBytes(UTF_8)));
    var data = new ProduceRequestData().setAcks((short) acks).setTimeoutMs(1000);
    data.topicData()
        .add(
            new ProduceRequestData.TopicProduceData()
                .setName(topic)
                .setTopicId(id)
                .setPartitionData(
                    List.of(
                        new ProduceRequestData.PartitionProduceData()
                            .setIndex(2)
                            .setRecords(records))));
    return data;
  }
}
