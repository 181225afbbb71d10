package dev.kafkalab.grader.child;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.wire.CarriedEvent;
import dev.kafkalab.grader.wire.CarriedSettings;
import dev.kafkalab.grader.wire.ClientKind;
import dev.kafkalab.grader.wire.FromChild;
import dev.kafkalab.grader.wire.Note;
import dev.kafkalab.grader.wire.PartType;
import dev.kafkalab.grader.wire.Reply;
import dev.kafkalab.grader.wire.SourceLine;
import dev.kafkalab.grader.wire.ToChild;
import dev.kafkalab.grader.wire.Wire;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads and sends what every criterion's JVM does, so that an archive has the classes for it. */
final class Rehearsal {

  private static final String PART = "part";

  private Rehearsal() {}

  static void of(UserEvent event) throws IOException {
    CarriedEvent carried = CarriedEvent.of(event);
    GraderPipe pipe =
        new GraderPipe(
            new BufferedReader(lines(asked(carried))), OutputStream.nullOutputStream(), "");
    Recorder.install(pipe);
    Calls calls = new Calls(pipe);
    for (ToChild message = pipe.next(); message != null; message = pipe.next()) {
      calls.take(message);
    }
    // The call that was asked about has ended by now, and half a hundred classes tell such a time.
    Calls.busyMillis(Thread.currentThread());
    said(carried).forEach(pipe::send);
    carried.event();
  }

  /** Calls of parts that do not exist: the way to the student's code and back, without any. */
  private static List<ToChild> asked(CarriedEvent event) {
    CarriedSettings settings = CarriedSettings.of(LabSettings.forBroker("localhost:9092"));
    return List.of(
        new ToChild.Open(1, PART, PartType.CONSUMER, settings),
        new ToChild.CreateTopic(2, PART),
        new ToChild.Send(3, PART, List.of(event)),
        new ToChild.Close(4, PART),
        new ToChild.Run(5, PART),
        new ToChild.Stop(6, PART, false),
        new ToChild.Locate(7, 5),
        new ToChild.Proceed(1));
  }

  private static List<FromChild> said(CarriedEvent event) {
    SourceLine at = new SourceLine("Student.java", 1);
    return List.of(
        new FromChild.Ready(),
        new FromChild.HandlerCalled(1, PART, "onLogin", event),
        new FromChild.EventDelivered(PART, event, 0, 1),
        new Reply.Returned(1),
        new Reply.Accepted(3, List.of(true)),
        new Note.ClientMade(ClientKind.CONSUMER, 1, at, Map.of("group.id", "readers")),
        new Note.ClientCalled(ClientKind.CONSUMER, 1, at, "subscribe"),
        new Note.Committed(1, at, "commitSync", List.of(new Note.Offset("t", 0, 1))),
        new Note.Polled(1, at, List.of(new Note.Batch("t", 0, 0, 1, 2))),
        new Note.RecordSent(1, at, "t", null, true));
  }

  private static Reader lines(List<ToChild> messages) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (ToChild each : messages) {
      lines.write(Wire.write(each));
      lines.write('\n');
    }
    return new StringReader(lines.toString(StandardCharsets.UTF_8));
  }
}
