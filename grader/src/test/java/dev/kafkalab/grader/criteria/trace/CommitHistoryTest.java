package dev.kafkalab.grader.criteria.trace;

import static dev.kafkalab.grader.criteria.trace.Scene.partition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import dev.kafkalab.grader.tap.note.CommitNote;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommitHistoryTest {

  @Test
  void onlyAConsumerOfTheJoinedGroupCounts() {
    Recorded recorded = new Recorded().consumer("other", true).consumer("g", false);

    assertThat(history(recorded, 5).autoCommitting()).isEmpty();
    assertThat(history(recorded.consumer("g", true), 5).autoCommitting()).isPresent();
  }

  @Test
  void aConsumerThatNeverSubscribesIsNotBlamed() {
    Recorded recorded = new Recorded().consumer(2, "g", true).consumer(1, "g", false);

    assertThat(history(recorded, 5).autoCommitting()).isPresent();
    assertThat(history(recorded.call(Api.SUBSCRIBE), 5).autoCommitting()).isEmpty();
  }

  @Test
  void aConsumerWithoutAGroupIsNotBlamed() {
    Recorded recorded = new Recorded().consumer("g", true);

    assertThat(new CommitHistory(recorded.lines(), Optional.empty(), List.of()).autoCommitting())
        .isEmpty();
  }

  @Test
  void aCommitByHandIsTheStudentsEvenWhereAutoCommitIsOn() {
    CommitHistory history = history(new Recorded().consumer("g", true).commitOfAll(), 25);

    assertThat(history.beliefBehind(partition(1), 9))
        .isEqualTo(Misconception.COMMIT_BEFORE_PROCESSING);
    assertThat(history.lineBehind(partition(1), 9)).isEqualTo(Recorded.line(2));
  }

  @Test
  void aCommitThatCameWhileClosingIsTheClients() {
    CommitHistory history =
        history(new Recorded().consumer("g", true).commitOfAll().call(Api.CLOSE), 35);

    assertThat(history.beliefBehind(partition(1), 9)).isEqualTo(Misconception.AUTO_COMMIT);
    assertThat(history.lineBehind(partition(1), 9)).isEqualTo(Recorded.line(1));
  }

  @Test
  void whereNothingIsKnownNoLineIsNamed() {
    CommitHistory history = history(new Recorded(), 5);

    assertThat(history.beliefBehind(partition(1), 9))
        .isEqualTo(Misconception.COMMIT_BEFORE_PROCESSING);
    assertThat(history.lineBehind(partition(1), 9)).isNull();
    assertThat(history.firstCommitCall()).isNull();
  }

  private static CommitHistory history(Recorded recorded, long nanos) {
    return new CommitHistory(
        recorded.lines(),
        Optional.of("g"),
        List.of(new CommitNote(nanos, "c", "g", "m", Offsets.at(partition(1), 9))));
  }
}
