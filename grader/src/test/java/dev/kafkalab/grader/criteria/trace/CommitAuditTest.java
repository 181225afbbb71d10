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
  private final EventLedger everything = new EventLedger();
  private final EventLedger ledger = everything.part();

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

  @Test
  void aLowerOffsetAfterAHigherOneGoesBack() {
    CommitNote two = commit(10, 0, 2);
    CommitNote one = commit(20, 0, 1);

    assertThat(CommitAudit.firstBackward(List.of(commit(5, 0, 1), two, commit(15, 1, 1), one)))
        .contains(new CommitAudit.Backward(partition(0), two, one));
    assertThat(CommitAudit.firstBackward(List.of(two, one)).map(CommitAudit.Backward::higher))
        .contains(2L);
    assertThat(CommitAudit.firstBackward(List.of(two, one)).map(CommitAudit.Backward::lower))
        .contains(1L);
  }

  @Test
  void theSameOffsetAgainDoesNotGoBack() {
    assertThat(CommitAudit.firstBackward(List.of(commit(5, 0, 1), commit(10, 0, 1)))).isEmpty();
  }

  @Test
  void commitsThatAreAlwaysTooHighByTheSameAreTold() {
    HandlerCall one = answeredCallWith(first.event());
    HandlerCall two = answeredCallWith(second.event());
    long between = two.answeredNanos() - 1;
    long later = two.answeredNanos() + 1;

    assertThat(
            audit(one, two)
                .constantExcess(
                    List.of(commit(between, 0, 2), commit(later, 0, 3), commit(later, 0, 3))))
        .contains(1L);
    assertThat(
            audit(one, two).constantExcess(List.of(commit(between, 0, 2), commit(between, 0, 2))))
        .isEmpty();
  }

  @Test
  void aCommitThatReachesTheWireLateHidesNoExcess() {
    HandlerCall one = answeredCallWith(first.event());
    HandlerCall two = answeredCallWith(second.event());
    CommitNote usual = commit(two.answeredNanos() - 1, 0, 2);
    CommitNote late = commit(two.answeredNanos() + 1, 0, 2);

    assertThat(audit(one, two).constantExcess(List.of(usual, usual, late, usual))).contains(1L);
    assertThat(audit(one, two).constantExcess(List.of(usual, late, late, usual, late, usual)))
        .isEmpty();
  }

  @Test
  void aCommitPastTheEndOfItsPartitionTellsTheExcessOfAllThatCameLate() {
    HandlerCall one = answeredCallWith(first.event());
    HandlerCall two = answeredCallWith(second.event());
    CommitNote late = commit(two.answeredNanos() + 1, 0, 2);
    CommitNote pastTheEnd = commit(two.answeredNanos() + 2, 0, 3);

    assertThat(audit(one, two).constantExcess(List.of(late, late, pastTheEnd))).contains(1L);
    CommitNote atTheEnd = commit(two.answeredNanos() - 1, 0, 2);
    assertThat(audit(one, two).constantExcess(List.of(atTheEnd, late, late))).isEmpty();
    CommitNote further = commit(two.answeredNanos() - 1, 0, 3);
    assertThat(audit(one, two).constantExcess(List.of(late, further))).isEmpty();
  }

  @Test
  void whatNeedNotBeHandledCountsWhereItWas() {
    PublishedEvent sign = published(0, 2);
    everything.add(List.of(sign));
    HandlerCall one = answeredCallWith(first.event());
    HandlerCall two = answeredCallWith(second.event());
    HandlerCall three = answeredCallWith(sign.event());
    CommitNote usual = commit(three.answeredNanos() + 1, 0, 4);

    assertThat(audit(one, two, three).constantExcess(List.of(usual, usual, usual))).contains(1L);
    assertThat(
            audit(one, two, three).firstTooEarly(List.of(commit(three.answeredNanos() + 1, 0, 3))))
        .isEmpty();
  }

  @Test
  void commitsThatAreRightOrDifferAreNotTooHighByTheSame() {
    HandlerCall one = answeredCallWith(first.event());
    long later = one.answeredNanos() + 1;
    CommitNote right = commit(later, 0, 1);

    assertThat(audit(one).constantExcess(List.of(right, right, right))).isEmpty();
    assertThat(audit(one).constantExcess(List.of(right, commit(later, 0, 2), commit(later, 0, 2))))
        .isEmpty();
    CommitNote early = commit(one.answeredNanos() - 1, 0, 1);
    assertThat(audit(one).constantExcess(List.of(early, commit(later, 0, 2), commit(later, 0, 2))))
        .isEmpty();
  }

  private CommitAudit audit(HandlerCall... calls) {
    return new CommitAudit(ledger, everything, List.of(calls));
  }

  private static CommitNote commit(long nanoTime, int partition, long offset) {
    return new CommitNote(nanoTime, "c", "g", "m", Offsets.at(partition(partition), offset));
  }
}
