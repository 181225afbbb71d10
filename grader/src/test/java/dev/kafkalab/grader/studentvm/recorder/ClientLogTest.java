package dev.kafkalab.grader.studentvm.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Batch;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Commit;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Nothing;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Offset;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Poll;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Send;
import dev.kafkalab.grader.wire.Bounds;
import dev.kafkalab.grader.wire.ClientKind;
import dev.kafkalab.grader.wire.Note;
import dev.kafkalab.grader.wire.Note.ClientCalled;
import dev.kafkalab.grader.wire.Note.Committed;
import dev.kafkalab.grader.wire.SourceLine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientLogTest {

  private static final SourceLine LINE = new SourceLine("A.java", 3);

  private final ClientLog log = new ClientLog();

  @Test
  void aClientIsReadWithItsLineAndSettings() {
    take(new Note.ClientMade(ClientKind.CONSUMER, 5, LINE, Map.of("enable.auto.commit", "true")));

    assertThat(log.notes().made())
        .containsExactly(
            new ClientMade(
                8,
                9,
                ClientKind.CONSUMER,
                5,
                new Location("A.java", 3),
                Map.of("enable.auto.commit", "true")));
    assertThat(log.notes().consumers().get(0).setting("enable.auto.commit")).contains("true");
    assertThat(log.notes().consumers().get(0).setting("group.id")).isEmpty();
  }

  @Test
  void aCommitIsReadWithTheOffsetsThatItGives() {
    take(new Committed(5, LINE, "commitSync", List.of(new Note.Offset("t", 1, 7_000_000_000L))));

    assertThat(log.notes().calls())
        .containsExactly(
            new ClientCall(
                8,
                9,
                ClientKind.CONSUMER,
                5,
                Api.COMMIT_SYNC,
                new Location("A.java", 3),
                new Commit(false, List.of(new Offset("t", 1, 7_000_000_000L)))));
  }

  @Test
  void aCommitWithoutOffsetsCommitsEverything() {
    take(new Committed(5, LINE, "commitAsync", null));
    take(new Committed(5, LINE, "commitAsync", List.of()));

    assertThat(log.notes().calls())
        .extracting(ClientCall::detail)
        .containsExactly(new Commit(true, List.of()), new Commit(false, List.of()));
  }

  @Test
  void aPollIsReadWithWhatItReturns() {
    take(new Note.Polled(5, LINE, List.of(new Note.Batch("t", 1, 4, 9, 5))));
    take(called("poll"));

    assertThat(log.notes().calls())
        .extracting(ClientCall::detail)
        .containsExactly(new Poll(List.of(new Batch("t", 1, 4, 9, 5))), new Poll(List.of()));
  }

  @Test
  void aSendIsReadWithAndWithoutAPartition() {
    take(new Note.RecordSent(5, LINE, "t", null, true));
    take(new Note.RecordSent(5, LINE, "t", 0, false));

    assertThat(log.notes().calls())
        .extracting(ClientCall::detail)
        .containsExactly(new Send("t", null, true), new Send("t", 0, false));
  }

  @Test
  void aCallThatNobodysLineMadeHasNoLocation() {
    take(called("wakeup"));

    assertThat(log.notes().calls().get(0).at()).isNull();
    assertThat(log.notes().calls().get(0).detail()).isEqualTo(new Nothing());
  }

  @Test
  void aMethodThatIsNotRecordedIsRefused() {
    assertThatThrownBy(() -> take(called("pause")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pause");
  }

  @Test
  void notesEndAtTheBound() {
    for (int i = 0; i < Bounds.MOST_NOTES + 2; i++) {
      take(called("close"));
    }

    assertThat(log.notes().calls()).hasSize(Bounds.MOST_NOTES);
  }

  private static Note called(String method) {
    return new ClientCalled(ClientKind.CONSUMER, 5, null, method);
  }

  private void take(Note note) {
    log.take(note, 8, 9);
  }
}
