package dev.kafkalab.grader.criteria.trace;

import static dev.kafkalab.grader.criteria.trace.Scene.partition;
import static dev.kafkalab.grader.criteria.trace.Scene.published;
import static dev.kafkalab.grader.studentvm.HandlerCalls.answeredCallWith;
import static dev.kafkalab.grader.studentvm.HandlerCalls.callWith;
import static dev.kafkalab.grader.studentvm.HandlerCalls.heldCallWith;
import static dev.kafkalab.grader.studentvm.HandlerCalls.letGo;
import static dev.kafkalab.grader.studentvm.HandlerCalls.refusedCallWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.feedback.Timeline.Step;
import dev.kafkalab.grader.feedback.Timeline.StepKind;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.tap.note.CommitNote;
import dev.kafkalab.grader.tap.note.LeaveNote;
import dev.kafkalab.grader.tap.note.WireNote;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LifeTest {

  private final EventLedger ledger = new EventLedger();

  @BeforeEach
  void publish() {
    ledger.add(List.of(published(1, 4), published(1, 5)));
  }

  @Test
  void aHandledEventIsTold() {
    assertThat(words(life(List.of(answeredCallWith(published(1, 4).event())), List.of())))
        .containsExactly("a handled 1 4");
  }

  @Test
  void aCallThatHasNotReturnedIsHeld() {
    assertThat(words(life(List.of(callWith(published(1, 4).event())), List.of())))
        .containsExactly("a held 1 4");
  }

  @Test
  void aCallThatHadToWaitIsToldTwice() {
    HandlerCall call = heldCallWith(published(1, 4).event());
    letGo(call);

    assertThat(words(life(List.of(call), List.of())))
        .containsExactly("a held 1 4", "a handled 1 4");
  }

  @Test
  void aCallThatThrewIsRefused() {
    assertThat(words(life(List.of(refusedCallWith(published(1, 5).event())), List.of())))
        .containsExactly("a held 1 5", "a failed 1 5");
  }

  @Test
  void anEventThatNobodyPublishedIsLeftOut() {
    assertThat(words(life(List.of(answeredCallWith(published(1, 9).event())), List.of())))
        .isEmpty();
  }

  @Test
  void pollsAndCommitsHaveTheirLines() {
    Life life =
        new Life(
            "a",
            List.of(),
            List.of(),
            List.of(new CommitNote(25, "c", "g", "m", Offsets.at(partition(1), 6))),
            new Recorded().poll(1, 4, 5).commit(1, 6).notes());

    assertThat(life.moments(ledger, "events").map(Moment::step).map(Step::location))
        .containsExactly(Recorded.line(1), Recorded.line(2));
    assertThat(words(life)).containsExactly("a read 1 4", "a committed 1 6");
  }

  @Test
  void otherTopicsAndNegativeOffsetsAreLeftOut() {
    CommitNote elsewhere =
        new CommitNote(1, "c", "g", "m", Offsets.at(new TopicPartition("letters", 0), 3));
    CommitNote none = new CommitNote(1, "c", "g", "m", Offsets.at(partition(1), -1));

    assertThat(words(life(List.of(), List.of(elsewhere, none)))).isEmpty();
  }

  @Test
  void membershipIsToldByItself() {
    Life life = life(List.of(), List.of(new LeaveNote(3, "c", "g", "m")));

    assertThat(life.membership().map(Moment::step).map(Step::kind)).containsExactly(StepKind.LEFT);
    assertThat(words(life)).isEmpty();
  }

  private static Life life(List<HandlerCall> calls, List<WireNote> wire) {
    return new Life("a", List.of(), calls, wire, Recorded.NOTHING.notes());
  }

  private Stream<String> words(Life life) {
    return life.moments(ledger, "events")
        .map(Moment::step)
        .map(
            step ->
                "%s %s %d %d"
                    .formatted(step.actor(), step.kind().word(), step.partition(), step.from()));
  }
}
