package dev.kafkalab.grader.offsets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetsTest {

  private static final TopicPartition P0 = new TopicPartition("user-events", 0);
  private static final TopicPartition P1 = new TopicPartition("user-events", 1);

  private static final Offsets BOTH = new Offsets(Map.of(P0, 5L, P1, 7L));

  @Test
  void aPartitionWithoutAnOffsetHasWhatIsSaid() {
    assertThat(BOTH.of(P0, -1L)).isEqualTo(5);
    assertThat(Offsets.NONE.of(P0, -1L)).isEqualTo(-1);
    assertThat(Offsets.NONE.isEmpty()).isTrue();
    assertThat(BOTH.isEmpty()).isFalse();
  }

  @Test
  void endsAreReachedWhereEachOffsetIsThereOrBeyond() {
    assertThat(BOTH.reach(BOTH)).isTrue();
    assertThat(BOTH.reach(Offsets.at(P0, 4))).isTrue();
    assertThat(BOTH.reach(Offsets.at(P0, 6))).isFalse();
    assertThat(Offsets.NONE.reach(Offsets.at(P0, 0))).isTrue();
    assertThat(Offsets.NONE.reach(Offsets.at(P0, 1))).isFalse();
  }

  @Test
  void anOffsetGoesBeyondWhereItIsHigherThanAKnownOne() {
    assertThat(BOTH.goBeyond(Offsets.at(P0, 4))).isTrue();
    assertThat(BOTH.goBeyond(Offsets.at(P0, 5))).isFalse();
    assertThat(BOTH.goBeyond(Offsets.NONE)).isFalse();
  }

  @Test
  void partitionsAndOffsetsAreComparedAsAWhole() {
    assertThat(BOTH.hasAll(List.of(P0, P1))).isTrue();
    assertThat(Offsets.at(P0, 5).hasAll(List.of(P0, P1))).isFalse();
    assertThat(BOTH.hasAll(Offsets.at(P1, 7))).isTrue();
    assertThat(BOTH.hasAll(Offsets.at(P1, 8))).isFalse();
  }

  @Test
  void laterOffsetsReplaceEarlierOnes() {
    assertThat(BOTH.then(Offsets.at(P1, 3))).isEqualTo(new Offsets(Map.of(P0, 5L, P1, 3L)));
    assertThat(BOTH.only(List.of(P1))).isEqualTo(Offsets.at(P1, 7));
    assertThat(BOTH.sum()).isEqualTo(12);
  }

  @Test
  void aReportHasThemInTheOrderOfThePartitions() {
    assertThat(BOTH.byNumber()).hasToString("{0=5, 1=7}");
  }
}
