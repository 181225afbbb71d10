package dev.kafkalab.grader.criteria;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** Says what is wrong with where a restarted consumer begins. */
final class ResumptionFeedback {

  private ResumptionFeedback() {}

  static Feedback otherGroup(String joined, String given) {
    return Feedback.of(
        "The consumer should be in the group '%s' and is in '%s'.".formatted(given, joined),
        "Offsets belong to a group: one with another name, or a new name at each start, finds none of them. "
            + "Take the name from LabSettings.groupId().",
        fact("expected group", given),
        fact("got", joined));
  }

  static Feedback stopIgnored(StudentFailure.DidNotReturn failure) {
    String where = failure.stoodIn().isEmpty() ? "" : ", and stood in " + failure.stoodIn();
    return Feedback.of(
            "After stop(), run() should return and had not after %d s%s."
                .formatted(failure.waited().toSeconds(), where),
            "stop() must be seen by the loop in run(), also while poll() waits: "
                + "look up what KafkaConsumer.wakeup() is for.")
        .at(failure.location());
  }

  static Feedback gap(List<PublishedEvent> missing, Map<TopicPartition, Long> committed) {
    return Feedback.of(
        "%d events were handled neither before the restart nor after it.".formatted(missing.size()),
        "A restarted consumer begins at the committed offset: commit exactly what was handled, and do not seek.",
        fact("first one missing", missing.get(0).place()),
        fact("committed at the stop", byNumber(committed)));
  }

  static Feedback rewound(PublishedEvent event, Map<TopicPartition, Long> committed) {
    return Feedback.of(
        "After the restart the consumer began again at %s, which it had committed already."
            .formatted(event.place()),
        "A restarted consumer begins at the committed offset by itself: subscribe with the same group and do not seek.",
        fact("handled again", event.place()),
        fact("committed at the stop", byNumber(committed)));
  }

  static Feedback nothingCommitted(int repeats) {
    return Feedback.of(
        "When the consumer was stopped it had committed nothing, and started anew it handled %d events again."
            .formatted(repeats),
        "Commit what was handled before run() returns.");
  }

  static Feedback repeats(List<PublishedEvent> repeated, Map<TopicPartition, Long> committed) {
    return Feedback.of(
        "Nothing was lost, but %d events were handled again after a clean stop."
            .formatted(repeated.size()),
        "Before run() returns, commit what was handled since the last commit, also in the middle of a batch.",
        fact("first one repeated", repeated.get(0).place()),
        fact("committed at the stop", byNumber(committed)));
  }

  private static Map<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
    Map<Integer, Long> byNumber = new TreeMap<>();
    offsets.forEach((partition, offset) -> byNumber.put(partition.partition(), offset));
    return byNumber;
  }
}
