package dev.kafkalab.grader.studentvm.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Commit;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Detail;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Offset;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Poll;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Send;
import dev.kafkalab.grader.wire.ClientKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientNotesTest {

  private static final Commit EVERYTHING = new Commit(true, List.of());

  @Test
  void theLastCommitOfAnOffsetBeforeATimeIsFound() {
    ClientNotes notes =
        notes(
            call(1, Api.COMMIT_SYNC, commit(0, 5)),
            call(2, Api.COMMIT_SYNC, commit(0, 5)),
            call(3, Api.COMMIT_SYNC, commit(1, 5)),
            call(4, Api.COMMIT_SYNC, commit(0, 6)),
            call(5, Api.COMMIT_SYNC, commit(0, 5)));

    assertThat(notes.lastCommitBefore(50, 0, 5)).map(ClientCall::sequence).contains(2L);
    assertThat(notes.lastCommitBeforeSequence(5, 0, 5)).map(ClientCall::sequence).contains(2L);
    assertThat(notes.lastCommitBeforeSequence(1, 0, 5)).isEmpty();
    assertThat(notes.lastCommitBefore(50, 0, 9)).isEmpty();
  }

  @Test
  void aNoteThatWasReadALittleLateIsFoundAndAMuchLaterOneIsNot() {
    ClientNotes notes = notes(call(1, Api.COMMIT_SYNC, commit(0, 5)));

    assertThat(notes.lastCommitBefore(0, 0, 5)).map(ClientCall::sequence).contains(1L);
    assertThat(notes.lastCommitBefore(-2_000_000_000, 0, 5)).isEmpty();
  }

  @Test
  void aCommitOfEverythingCommitsEachOffset() {
    ClientNotes notes =
        notes(call(1, Api.COMMIT_SYNC, commit(0, 5)), call(2, Api.COMMIT_ASYNC, EVERYTHING));

    assertThat(notes.lastCommitBefore(30, 2, 9)).map(ClientCall::sequence).contains(2L);
  }

  @Test
  void theFirstSendWithoutAKeyIsFound() {
    ClientNotes notes =
        notes(
            call(1, Api.SEND, new Send("t", null, true)),
            call(2, Api.SEND, new Send("t", null, false)),
            call(3, Api.SEND, new Send("t", null, false)));

    assertThat(notes.firstSendWithoutKey()).map(ClientCall::sequence).contains(2L);
  }

  @Test
  void theFirstPollTellsTheLineThatPolls() {
    ClientNotes notes =
        notes(call(1, Api.COMMIT_SYNC, EVERYTHING), call(2, Api.POLL, new Poll(List.of())));

    assertThat(notes.firstPoll()).map(ClientCall::at).contains(new Location("A.java", 2));
    assertThat(notes.first(Api.WAKEUP)).isEmpty();
  }

  private static ClientNotes notes(ClientCall... calls) {
    return new ClientNotes(List.of(), List.of(calls));
  }

  private static Commit commit(int partition, long offset) {
    return new Commit(false, List.of(new Offset("t", partition, offset)));
  }

  private static ClientCall call(int sequence, Api api, Detail detail) {
    Location at = new Location("A.java", sequence);
    return new ClientCall(sequence, sequence * 10L, ClientKind.CONSUMER, 1, api, at, detail);
  }
}
