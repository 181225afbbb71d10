package dev.kafkalab.grader.studentvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.ClientCall.Api;
import dev.kafkalab.grader.studentvm.ClientCall.Batch;
import dev.kafkalab.grader.studentvm.ClientCall.Commit;
import dev.kafkalab.grader.studentvm.ClientCall.Nothing;
import dev.kafkalab.grader.studentvm.ClientCall.Offset;
import dev.kafkalab.grader.studentvm.ClientCall.Poll;
import dev.kafkalab.grader.studentvm.ClientCall.Send;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientLogTest {

  private final ClientLog log = new ClientLog();

  @Test
  void aClientIsReadWithItsLineAndSettings() throws IOException {
    take(
        """
        {"call": "made", "of": "consumer", "client": 5, "frames": [{"file": "A.java", "line": 3}],
         "settings": {"enable.auto.commit": "true"}}
        """);

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
  void aCommitIsReadWithTheOffsetsThatItGives() throws IOException {
    take(
        """
        {"call": "commitSync", "of": "consumer", "client": 5,
         "frames": [{"file": "A.java", "line": 3}],
         "offsets": [{"topic": "t", "partition": 1, "offset": 7000000000}]}
        """);

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
  void aCommitWithoutOffsetsCommitsEverything() throws IOException {
    take("{\"call\": \"commitAsync\", \"of\": \"consumer\"}");
    take("{\"call\": \"commitAsync\", \"of\": \"consumer\", \"offsets\": []}");

    assertThat(log.notes().calls())
        .extracting(ClientCall::detail)
        .containsExactly(new Commit(true, List.of()), new Commit(false, List.of()));
  }

  @Test
  void aPollIsReadWithWhatItReturns() throws IOException {
    take(
        """
        {"call": "poll", "of": "consumer",
         "batches": [{"topic": "t", "partition": 1, "first": 4, "last": 9, "count": 5}]}
        """);

    assertThat(log.notes().calls().get(0).detail())
        .isEqualTo(new Poll(List.of(new Batch("t", 1, 4, 9, 5))));
  }

  @Test
  void aSendIsReadWithAndWithoutAPartition() throws IOException {
    take(
        """
        {"call": "send", "of": "producer", "topic": "t", "partition": null, "hasKey": true}
        """);
    take(
        """
        {"call": "send", "of": "producer", "topic": "t", "partition": 0, "hasKey": false}
        """);

    assertThat(log.notes().calls())
        .extracting(ClientCall::detail)
        .containsExactly(new Send("t", null, true), new Send("t", 0, false));
  }

  @Test
  void aCallThatNobodysLineMadeHasNoLocation() throws IOException {
    take("{\"call\": \"wakeup\", \"of\": \"consumer\"}");

    assertThat(log.notes().calls().get(0).at()).isNull();
    assertThat(log.notes().calls().get(0).detail()).isEqualTo(new Nothing());
  }

  @Test
  void aMethodThatIsNotRecordedIsRefused() {
    assertThatThrownBy(() -> take("{\"call\": \"pause\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pause");
  }

  @Test
  void notesEndAtTheBound() throws IOException {
    for (int i = 0; i < ClientLog.MOST + 2; i++) {
      take("{\"call\": \"flush\", \"of\": \"producer\"}");
    }

    assertThat(log.notes().calls()).hasSize(ClientLog.MOST);
  }

  private void take(String message) throws IOException {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    log.take(Messages.parse(bytes, 0, bytes.length), 8, 9);
  }
}
