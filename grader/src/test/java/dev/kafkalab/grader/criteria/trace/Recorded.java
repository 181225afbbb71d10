package dev.kafkalab.grader.criteria.trace;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.recorder.ClientCall;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Batch;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Commit;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Detail;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Nothing;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Offset;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Poll;
import dev.kafkalab.grader.studentvm.recorder.ClientMade;
import dev.kafkalab.grader.studentvm.recorder.ClientNotes;
import dev.kafkalab.grader.wire.ClientKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes notes of clients that nobody has used: each one 10 ns and one line after the other. */
public final class Recorded {

  public static final Lines NOTHING = new Lines(new ClientNotes(List.of(), List.of()));

  private final List<ClientMade> made = new ArrayList<>();
  private final List<ClientCall> calls = new ArrayList<>();
  private int last;

  public static Location line(int number) {
    return new Location("Consumer.java", number);
  }

  public Recorded consumer(String group, boolean autoCommit) {
    return consumer(1, group, autoCommit);
  }

  Recorded consumer(int client, String group, boolean autoCommit) {
    last++;
    made.add(
        new ClientMade(
            last,
            last * 10L,
            ClientKind.CONSUMER,
            client,
            line(last),
            Map.of(
                "group.id",
                group,
                "enable.auto.commit",
                String.valueOf(autoCommit),
                "auto.offset.reset",
                "latest")));
    return this;
  }

  public Recorded poll(int partition, long first, long to) {
    int count = (int) (to - first + 1);
    return add(Api.POLL, new Poll(List.of(new Batch("events", partition, first, to, count))));
  }

  public Recorded commit(int partition, long offset) {
    return add(
        Api.COMMIT_SYNC, new Commit(false, List.of(new Offset("events", partition, offset))));
  }

  public Recorded commitOfAll() {
    return add(Api.COMMIT_SYNC, new Commit(true, List.of()));
  }

  public Recorded call(Api api) {
    return add(api, new Nothing());
  }

  private Recorded add(Api api, Detail detail) {
    last++;
    calls.add(new ClientCall(last, last * 10L, ClientKind.CONSUMER, 1, api, line(last), detail));
    return this;
  }

  public ClientNotes notes() {
    return new ClientNotes(made, calls);
  }

  public Lines lines() {
    return new Lines(notes());
  }
}
