package dev.kafkalab.grader.criteria.producer;

import dev.kafkalab.grader.criteria.stage.DeliveryFeedback;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.tap.note.ProduceNote;
import java.util.List;

/**
 * The acknowledgements that the Produce requests of a run asked for.
 *
 * @param asked the acks of each request, in their order
 * @param trace where that was set
 */
record AcksJudge(List<Short> asked, ProducerTrace trace) {

  /** What {@code acks=all} is on the wire: ProduceRequest.json. */
  private static final short ALL = -1;

  static AcksJudge of(StudentRun run) {
    return new AcksJudge(
        run.tap().notes(ProduceNote.class).stream().map(ProduceNote::acks).toList(),
        run.producerTrace());
  }

  boolean areAll() {
    return asked.stream().allMatch(acks -> acks == ALL);
  }

  /** Counts the requests that did not ask for confirmation by all. */
  long others() {
    return asked.stream().filter(acks -> acks != ALL).count();
  }

  Feedback notAll() {
    return AcksFeedback.notAll(asked, others(), trace);
  }

  void requireRecords(StudentRun run) {
    if (asked.isEmpty()) {
      throw DeliveryFeedback.blockedByDelivery(run, 0);
    }
  }

  /** Blocks a criterion that cannot be met if the broker never responds: acks=0. */
  void requireAnswers() {
    if (asked.stream().anyMatch(acks -> acks == 0)) {
      throw CriterionEnded.blocked(CriterionId.PRODUCER_ACKS, notAll());
    }
  }

  /** Blocks a criterion that fails because nobody confirmed the records. */
  void requireAll() {
    if (!areAll()) {
      throw CriterionEnded.blocked(CriterionId.PRODUCER_ACKS, notAll());
    }
  }
}
