package dev.kafkalab.grader.criteria.trace;

import static dev.kafkalab.grader.criteria.trace.Scene.partition;
import static dev.kafkalab.grader.criteria.trace.Scene.published;
import static dev.kafkalab.grader.studentvm.HandlerCalls.answeredCallWith;
import static dev.kafkalab.grader.studentvm.HandlerCalls.heldCallWith;
import static dev.kafkalab.grader.studentvm.HandlerCalls.letGo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.criteria.trace.CommitAudit.TooEarly;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import dev.kafkalab.grader.feedback.Timeline;
import dev.kafkalab.grader.feedback.Timeline.StepKind;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.tap.note.CommitNote;
import dev.kafkalab.grader.tap.note.JoinNote;
import dev.kafkalab.grader.tap.note.WireNote;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChronicleTest {

  private final EventLedger ledger = new EventLedger();
  private final List<Moment> acts = new ArrayList<>();
  private final List<HandlerCall> calls = new ArrayList<>();
  private final List<WireNote> wire = new ArrayList<>();

  @BeforeEach
  void publish() {
    LongStream.range(0, 20).forEach(offset -> ledger.add(List.of(published(1, offset))));
    ledger.add(List.of(published(0, 99)));
  }

  @Test
  void aCommitThatCameTooEarlyIsMarked() {
    acts.add(Moment.now(StepKind.STARTED));
    handle(0, 3);
    HandlerCall held = heldCallWith(published(1, 4).event());
    calls.add(held);
    commit(9);
    letGo(held);
    handle(5, 9);

    assertReads(
        Chronicle.ofRuns(ledger, life("")).committedTooEarly(new TooEarly(published(1, 4), 9)),
        """
        partition 1
          run()
          handled    0 to 3
          held       4
          committed  9
                     ^ 4 was not handled yet
          handled    4 to 9""");
  }

  @Test
  void aFirstCommitAtTheEndIsMarked() {
    handle(0, 3);
    acts.add(Moment.now(StepKind.STOPPED));
    commit(4);

    assertReads(
        Chronicle.ofRuns(ledger, life("")).committedOnlyAtTheEnd(partition(1)),
        """
        partition 1
          handled    0 to 3
          stop()
          committed  4
                     ^ nothing was committed before stop()""");
  }

  @Test
  void theStopIsMarkedWhereNothingWasEverCommitted() {
    handle(0, 3);
    acts.add(Moment.now(StepKind.STOPPED));

    assertReads(
        Chronicle.ofRuns(ledger, life("")).committedOnlyAtTheEnd(partition(1)),
        """
        handled  partition 1  0 to 3
        stop()
        ^ nothing was committed by then""");
  }

  @Test
  void theFirstEventBehindAGapIsMarked() {
    handle(0, 3);
    acts.add(Moment.now(StepKind.STOPPED));
    Life first = endLife("first run");
    acts.add(Moment.now(StepKind.STARTED));
    handle(7, 9);

    assertReads(
        Chronicle.ofRuns(ledger, first, life("second run"))
            .passedOver(List.of(published(1, 4), published(1, 5), published(1, 6))),
        """
        first run   handled  partition 1  0 to 3
        first run   stop()
        second run  run()
        second run  handled  partition 1  7 to 9
                                          ^ 4 to 6 were never handled""");
  }

  @Test
  void theCommitThatPassedAnEventIsMarked() {
    handle(0, 3);
    commit(6);
    handle(6, 7);

    assertReads(
        Chronicle.ofRuns(ledger, life("")).passedOver(List.of(published(1, 4), published(1, 5))),
        """
        partition 1
          handled    0 to 3
          committed  6
                     ^ 4 to 5 were never handled
          handled    6 to 7""");
  }

  @Test
  void theLastStepIsMarkedWhereNothingCameBehindTheGap() {
    handle(0, 3);

    assertReads(
        Chronicle.ofRuns(ledger, life("")).passedOver(List.of(published(1, 4))),
        """
        partition 1
          handled  0 to 3
                   ^ after that, 4 was never handled""");
  }

  @Test
  void eventsThatDoNotFollowEachOtherAreCounted() {
    handle(0, 3);
    handle(6, 6);

    assertReads(
        Chronicle.ofRuns(ledger, life(""))
            .passedOver(List.of(published(1, 4), published(1, 7), published(0, 99))),
        """
        partition 1
          handled  0 to 3
          handled  6
                   ^ 2 of 4 to 7 were never handled""");
  }

  @Test
  void anEventThatIsHandledAgainIsMarkedInTheSecondRun() {
    handle(0, 5);
    commit(4);
    Life first = endLife("first run");
    handle(4, 9);

    assertReads(
        Chronicle.ofRuns(ledger, first, life("second run"))
            .handledAgain(published(1, 4), "second run"),
        """
        first run   handled    partition 1  0 to 5
        first run   committed  partition 1  4
        second run  handled    partition 1  4 to 9
                                            ^ 4 was already handled""");
  }

  @Test
  void anEventThatIsHandledTwiceIsMarkedTheSecondTime() {
    handle(0, 2);
    handle(1, 4);

    assertReads(
        Chronicle.ofRuns(ledger, life("")).handledTwice(published(1, 1)),
        """
        partition 1
          handled  0 to 2
          handled  1 to 4
                   ^ 1 was already handled""");
  }

  @Test
  void aPartitionWithTwoReadersIsTheSecondOnes() {
    wire.add(new JoinNote(System.nanoTime(), "c", "g", "m", GroupProtocol.CLASSIC));
    handle(0, 9);
    Life first = endLife("member 1");
    handle(5, 9);

    assertReads(
        Chronicle.ofMembers(ledger, List.of(first, life("member 2")))
            .handledByTwo(partition(1), 5, "member 2", "member 1"),
        """
        member 1  joined
        member 1  handled  partition 1  0 to 9
        member 2  handled  partition 1  5 to 9
                                        ^ member 1 handles events of this partition too""");
  }

  private void handle(long from, long to) {
    LongStream.rangeClosed(from, to)
        .mapToObj(offset -> published(1, offset))
        .map(PublishedEvent::event)
        .forEach(event -> calls.add(answeredCallWith(event)));
  }

  private void commit(long offset) {
    wire.add(new CommitNote(System.nanoTime(), "c", "g", "m", Offsets.at(partition(1), offset)));
  }

  private Life life(String actor) {
    return new Life(actor, acts, calls, wire, Recorded.NOTHING.notes());
  }

  private Life endLife(String actor) {
    Life life = life(actor);
    acts.clear();
    calls.clear();
    wire.clear();
    return life;
  }

  private static void assertReads(Timeline timeline, String text) {
    List<String> lines =
        FeedbackText.lines(Feedback.of("m", "").with(timeline)).stream()
            .skip(1)
            .map(line -> line.substring(2))
            .toList();
    assertThat(String.join("\n", lines)).isEqualTo(text);
  }
}
