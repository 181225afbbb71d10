package dev.kafkalab.grader.criteria;

import static dev.kafkalab.grader.criteria.Scene.assertReads;
import static dev.kafkalab.grader.criteria.Scene.partition;
import static dev.kafkalab.grader.criteria.Scene.published;
import static dev.kafkalab.grader.studentvm.StudentFailures.didNotReturn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Location;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ResumptionFeedbackTest {

  private static final Map<TopicPartition, Long> COMMITTED =
      Map.of(partition(2), 7L, partition(0), 3L);

  @Test
  void showsTheOtherGroup() {
    assertReads(
        ResumptionFeedback.otherGroup("mine", "given"),
        "The consumer should be in the group 'given' and is in 'mine'.",
        "Offsets belong to a group: one with another name, or a new name at each start, finds none of them. Take the name from LabSettings.groupId().",
        "expected group",
        "given",
        "got",
        "mine");
  }

  @Test
  void saysWhatRunStoodInAfterStop() {
    assertReads(
        ResumptionFeedback.stopIgnored(didNotReturn("run()", "KafkaConsumer.poll", null)),
        "After stop(), run() should return and had not after 12 s, and stood in KafkaConsumer.poll.",
        "stop() must be seen by the loop in run(), also while poll() waits: look up what KafkaConsumer.wakeup() is for.");
  }

  @Test
  void leavesOutWhatRunStoodInWhereItIsUnknown() {
    assertReads(
        ResumptionFeedback.stopIgnored(didNotReturn("run()", "", null)),
        "After stop(), run() should return and had not after 12 s.",
        "stop() must be seen by the loop in run(), also while poll() waits: look up what KafkaConsumer.wakeup() is for.");
  }

  @Test
  void namesTheLineThatIgnoresStop() {
    Location line = new Location("Consumer.java", 40);

    assertThat(ResumptionFeedback.stopIgnored(didNotReturn("run()", "", line)).location())
        .isEqualTo(line);
  }

  @Test
  void saysWhatFellIntoTheGap() {
    assertReads(
        ResumptionFeedback.gap(List.of(published(0, 3), published(0, 4)), COMMITTED),
        "2 events were handled neither before the restart nor after it.",
        "A restarted consumer begins at the committed offset: commit exactly what was handled, and do not seek.",
        "first one missing",
        "partition 0, offset 3",
        "committed at the stop",
        "{0=3, 2=7}");
  }

  @Test
  void saysWhereTheConsumerBeganAgain() {
    assertReads(
        ResumptionFeedback.rewound(published(0, 1), COMMITTED),
        "After the restart the consumer began again at partition 0, offset 1, which it had committed already.",
        "A restarted consumer begins at the committed offset by itself: subscribe with the same group and do not seek.",
        "handled again",
        "partition 0, offset 1",
        "committed at the stop",
        "{0=3, 2=7}");
  }

  @Test
  void saysWhatNothingCommittedCosts() {
    assertReads(
        ResumptionFeedback.nothingCommitted(12),
        "When the consumer was stopped it had committed nothing, and started anew it handled 12 events again.",
        "Commit what was handled before run() returns.");
  }

  @Test
  void saysWhatWasHandledAgain() {
    assertReads(
        ResumptionFeedback.repeats(List.of(published(0, 3)), COMMITTED),
        "Nothing was lost, but 1 events were handled again after a clean stop.",
        "Before run() returns, commit what was handled since the last commit, also in the middle of a batch.",
        "first one repeated",
        "partition 0, offset 3",
        "committed at the stop",
        "{0=3, 2=7}");
  }
}
