package dev.kafkalab.grader.criteria.trace;

import static dev.kafkalab.grader.criteria.trace.Scene.partition;
import static dev.kafkalab.grader.criteria.trace.Scene.published;
import static dev.kafkalab.grader.studentvm.HandlerCalls.answeredCallWith;
import static dev.kafkalab.grader.studentvm.HandlerCalls.callWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.criteria.trace.CommitAudit.TooEarly;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.tap.note.CommitNote;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitAuditTest {

  private final PublishedEvent first = published(0, 0);
  private final PublishedEvent second = published(0, 1);
  private final EventLedger ledger = new EventLedger();

  @BeforeEach
  void publishTwo() {
    ledger.add(List.of(first, second));
  }

  @Test
  void aCommitAfterTheHandlerReturnedIsFine() {
    HandlerCall call = answeredCallWith(first.event());

    assertThat(audit(call).firstTooEarly(List.of(commit(call.answeredNanos() + 1, 0, 1))))
        .isEmpty();
  }

  @Test
  void aCommitBeforeTheHandlerReturnedIsTooEarly() {
    HandlerCall call = answeredCallWith(first.event());

    assertThat(audit(call).firstTooEarly(List.of(commit(call.answeredNanos() - 1, 0, 1))))
        .contains(new TooEarly(first, 1));
  }

  @Test
  void aCommitWhileTheHandlerIsHeldIsTooEarly() {
    HandlerCall held = callWith(first.event());

    assertThat(audit(held).firstTooEarly(List.of(commit(System.nanoTime(), 0, 1))))
        .contains(new TooEarly(first, 1));
  }

  @Test
  void aCommitPastAnEventThatNoHandlerWasGivenIsTooEarly() {
    HandlerCall call = answeredCallWith(first.event());

    assertThat(audit(call).firstTooEarly(List.of(commit(call.answeredNanos() + 1, 0, 2))))
        .contains(new TooEarly(second, 2));
  }

  @Test
  void aCommitOfAnOffsetDoesNotCoverTheEventThatIsThere() {
    assertThat(audit().firstTooEarly(List.of(commit(System.nanoTime(), 0, 0)))).isEmpty();
  }

  @Test
  void theFirstTimeThatTheHandlerReturnedCounts() {
    HandlerCall once = answeredCallWith(first.event());
    HandlerCall heldAgain = callWith(first.event());

    assertThat(
            audit(heldAgain, once).firstTooEarly(List.of(commit(once.answeredNanos() + 1, 0, 1))))
        .isEmpty();
  }

  @Test
  void theFirstOfSeveralCommitsThatCameTooEarlyIsTold() {
    HandlerCall call = answeredCallWith(first.event());
    long later = call.answeredNanos() + 1;

    assertThat(audit(call).firstTooEarly(List.of(commit(later, 0, 1), commit(later, 0, 2))))
        .contains(new TooEarly(second, 2));
  }

  @Test
  void aCommitOfAPartitionWithoutEventsIsFine() {
    assertThat(audit().firstTooEarly(List.of(commit(System.nanoTime(), 2, 100)))).isEmpty();
    CommitNote elsewhere =
        new CommitNote(
            System.nanoTime(), "c", "g", "m", Offsets.at(new TopicPartition("other", 0), 100));
    assertThat(audit().firstTooEarly(List.of(elsewhere))).isEmpty();
  }

  private CommitAudit audit(HandlerCall... calls) {
    return new CommitAudit(ledger, List.of(calls));
  }

  private static CommitNote commit(long nanoTime, int partition, long offset) {
    return new CommitNote(nanoTime, "c", "g", "m", Offsets.at(partition(partition), offset));
  }
}
