package dev.kafkalab.grader.criteria.trace;

import static dev.kafkalab.grader.feedback.Timeline.StepKind.COMMITTED;
import static dev.kafkalab.grader.feedback.Timeline.StepKind.HANDLED;
import static dev.kafkalab.grader.feedback.Timeline.StepKind.HELD;
import static dev.kafkalab.grader.feedback.Timeline.StepKind.KILLED;
import static dev.kafkalab.grader.feedback.Timeline.StepKind.READ;
import static dev.kafkalab.grader.feedback.Timeline.StepKind.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Timeline.Step;
import dev.kafkalab.grader.feedback.Timeline.StepKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepMergerTest {

  @Test
  void eventsThatFollowEachOtherBecomeARange() {
    assertThat(merged(step(HANDLED, 4), step(HANDLED, 5), step(HANDLED, 7)))
        .containsExactly("handled 4 to 5", "handled 7 to 7");
  }

  @Test
  void anotherPartitionInBetweenChangesNothing() {
    Moment other = Moment.of(1, HANDLED, 2, 0, 0, null);

    assertThat(merged(step(HANDLED, 4), other, step(HANDLED, 5)))
        .containsExactly("handled 4 to 5", "handled 0 to 0");
  }

  @Test
  void aKillInBetweenEndsARange() {
    assertThat(merged(step(HANDLED, 4), Moment.of(1, KILLED), step(HANDLED, 5)))
        .containsExactly("handled 4 to 4", "killed -1 to -1", "handled 5 to 5");
  }

  @Test
  void anotherActorEndsARange() {
    assertThat(merged(step(HANDLED, 4).by("a"), step(HANDLED, 5).by("b"))).hasSize(2);
  }

  @Test
  void aWrongStepBeginsARangeAndKeepsItsMark() {
    List<Step> steps =
        StepMerger.merge(
            List.of(step(HANDLED, 4), step(HANDLED, 5).wrong("again"), step(HANDLED, 6)));

    assertThat(steps).extracting(Step::to).containsExactly(4L, 6L);
    assertThat(steps).extracting(Step::wrong).containsExactly(null, "again");
  }

  @Test
  void aHoldWithoutAnythingInBetweenIsNotTold() {
    assertThat(merged(step(HANDLED, 4), step(HELD, 5), step(HANDLED, 5)))
        .containsExactly("handled 4 to 5");
    assertThat(merged(step(HELD, 5), step(REFUSED, 5))).containsExactly("failed 5 to 5");
  }

  @Test
  void aHoldWithACommitInBetweenIsTold() {
    assertThat(merged(step(HELD, 5), step(COMMITTED, 9), step(HANDLED, 5)))
        .containsExactly("held 5 to 5", "committed 9 to 9", "handled 5 to 5");
  }

  @Test
  void aCommitThatRepeatsAnotherIsNotTold() {
    assertThat(merged(step(COMMITTED, 4), step(HANDLED, 4), step(COMMITTED, 4)))
        .containsExactly("committed 4 to 4", "handled 4 to 4");
  }

  @Test
  void commitsOfEachEventBecomeARange() {
    assertThat(
            merged(
                step(HANDLED, 4),
                step(COMMITTED, 5),
                step(HANDLED, 5),
                step(COMMITTED, 6),
                step(HANDLED, 6),
                step(COMMITTED, 7)))
        .containsExactly("handled 4 to 6", "committed 5 to 7");
  }

  @Test
  void commitsOfBatchesStayApart() {
    assertThat(
            merged(
                step(HANDLED, 4),
                step(COMMITTED, 5),
                step(HANDLED, 5),
                step(HANDLED, 6),
                step(COMMITTED, 7)))
        .containsExactly(
            "handled 4 to 4", "committed 5 to 5", "handled 5 to 6", "committed 7 to 7");
  }

  @Test
  void aReadThatRepeatsAnotherIsNotTold() {
    Moment read = Moment.of(1, READ, 1, 4, 9, null);

    assertThat(merged(read, read, read)).containsExactly("read 4 to 9");
  }

  @Test
  void batchesThatWereHandledToTheirEndBecomeOneWhenTheNextIsRead() {
    assertThat(
            merged(
                read(0, 2),
                step(HANDLED, 0),
                step(HANDLED, 1),
                step(HANDLED, 2),
                read(3, 3),
                step(HANDLED, 3),
                read(4, 9),
                step(HANDLED, 4)))
        .containsExactly("read 0 to 3", "handled 0 to 3", "read 4 to 9", "handled 4 to 4");
  }

  @Test
  void batchesThatWereCommittedBecomeOneToo() {
    assertThat(
            merged(
                read(0, 0),
                step(HANDLED, 0),
                step(COMMITTED, 1),
                read(1, 1),
                step(HANDLED, 1),
                step(COMMITTED, 2),
                read(2, 9)))
        .containsExactly("read 0 to 1", "handled 0 to 1", "committed 1 to 2", "read 2 to 9");
  }

  @Test
  void aBatchThatWasLeftInTheMiddleStaysByItself() {
    assertThat(
            merged(
                read(0, 2),
                step(HANDLED, 0),
                step(HANDLED, 1),
                read(3, 3),
                step(HANDLED, 3),
                read(4, 9)))
        .hasSize(5);
  }

  private static Moment read(long from, long to) {
    return Moment.of(1, READ, 1, from, to, null);
  }

  private static List<String> merged(Moment... moments) {
    return StepMerger.merge(List.of(moments)).stream()
        .map(step -> "%s %d to %d".formatted(step.kind().word(), step.from(), step.to()))
        .toList();
  }

  private static Moment step(StepKind kind, long offset) {
    return Moment.of(1, kind, 1, offset, offset, null);
  }
}
