package dev.kafkalab.grader.criteria.trace;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.recorder.ClientCall;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Detail;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Nothing;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Send;
import dev.kafkalab.grader.studentvm.recorder.ClientMade;
import dev.kafkalab.grader.studentvm.recorder.ClientNotes;
import dev.kafkalab.grader.wire.ClientKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a recorder may have noted of a producer. */
public final class Traces {

  public static final Location MADE = new Location("Producer.java", 20);
  public static final Location SEND = new Location("Producer.java", 41);
  public static final Location CLOSE = new Location("Producer.java", 60);

  /** Of a student's code that hides from the recorder. */
  public static final ProducerTrace NONE = new ProducerTrace(new ClientNotes(List.of(), List.of()));

  private Traces() {}

  public static ProducerTrace trace(Map<String, String> settings, ClientCall... calls) {
    ClientMade made = new ClientMade(1, 10, ClientKind.PRODUCER, 5, MADE, settings);
    return new ProducerTrace(new ClientNotes(List.of(made), List.of(calls)));
  }

  public static ProducerTrace trace(ClientCall... calls) {
    return trace(Map.of(), calls);
  }

  public static ClientCall send(@Nullable Integer partition, boolean hasKey) {
    return call(Api.SEND, SEND, new Send("events", partition, hasKey));
  }

  public static ClientCall close() {
    return call(Api.CLOSE, CLOSE, new Nothing());
  }

  public static ClientCall call(Api api, @Nullable Location at, Detail detail) {
    return new ClientCall(2, 20, ClientKind.PRODUCER, 5, api, at, detail);
  }
}
