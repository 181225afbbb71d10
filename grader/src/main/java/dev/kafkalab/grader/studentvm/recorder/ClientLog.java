package dev.kafkalab.grader.studentvm.recorder;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Batch;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Commit;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Detail;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Nothing;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Offset;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Poll;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Send;
import dev.kafkalab.grader.wire.Bounds;
import dev.kafkalab.grader.wire.ClientKind;
import dev.kafkalab.grader.wire.Note;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what the recorder in a student's JVM tells, up to a bound. */
public final class ClientLog {

  private final List<ClientMade> made = new ArrayList<>();
  private final List<ClientCall> calls = new ArrayList<>();

  /** Returns what was noted so far. */
  public synchronized ClientNotes notes() {
    return new ClientNotes(made, calls);
  }

  /**
   * Takes a note.
   *
   * @throws IllegalArgumentException where it is none that the recorder writes
   */
  public synchronized void take(Note note, long sequence, long nanos) {
    if (made.size() + calls.size() == Bounds.MOST_NOTES) {
      return;
    }
    if (note instanceof Note.ClientMade client) {
      made.add(
          new ClientMade(
              sequence, nanos, client.of(), client.client(), at(client), client.settings()));
    } else {
      Call call = call(note);
      calls.add(
          new ClientCall(
              sequence, nanos, call.kind(), note.client(), call.api(), at(note), call.detail()));
    }
  }

  private record Call(ClientKind kind, Api api, Detail detail) {}

  private static Call call(Note note) {
    if (note instanceof Note.Committed told) {
      return new Call(ClientKind.CONSUMER, Api.of(told.method()), commit(told.offsets()));
    }
    if (note instanceof Note.Polled told) {
      return new Call(
          ClientKind.CONSUMER,
          Api.POLL,
          new Poll(told.batches().stream().map(ClientLog::batch).toList()));
    }
    if (note instanceof Note.RecordSent told) {
      return new Call(
          ClientKind.PRODUCER, Api.SEND, new Send(told.topic(), told.partition(), told.hasKey()));
    }
    if (note instanceof Note.ClientCalled told) {
      Api api = Api.of(told.method());
      return new Call(told.of(), api, api == Api.POLL ? new Poll(List.of()) : new Nothing());
    }
    throw new IllegalArgumentException(note.kind());
  }

  private static @Nullable Location at(Note note) {
    return Locations.of(note.at());
  }

  private static Commit commit(@Nullable List<Note.Offset> offsets) {
    return offsets == null
        ? new Commit(true, List.of())
        : new Commit(false, offsets.stream().map(ClientLog::offset).toList());
  }

  private static Offset offset(Note.Offset next) {
    return new Offset(next.topic(), next.partition(), next.offset());
  }

  private static Batch batch(Note.Batch read) {
    return new Batch(read.topic(), read.partition(), read.first(), read.last(), read.count());
  }
}
