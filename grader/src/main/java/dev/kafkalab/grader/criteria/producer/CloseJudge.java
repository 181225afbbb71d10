package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.stage.Patience;
import dev.kafkalab.grader.criteria.stage.ProducerStage;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.studentvm.PendingCall;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges whether close() waits for what is queued while the broker does not respond. */
final class CloseJudge {

  /** Points for losing nothing if a later send() is not rejected as it should be. */
  private static final int FLUSHED = 2;

  private final Stage stage;
  private final ProducerStage producer;
  private final StudentRun run;

  CloseJudge(Stage stage) {
    this.stage = stage;
    this.producer = new ProducerStage(stage);
    this.run = producer.run();
  }

  void judge() {
    List<UserEvent> first = producer.open();
    StudentRun other = stage.newRunBeside(run, producer.topic());
    other.parts().openProducer();
    AcksJudge.of(run).requireAnswers();
    Optional<ProducerProgram> program = startProgram();
    run.tap().stall();
    List<UserEvent> events = producer.newEvents(20);
    PendingCall sending = run.parts().startSending(events);
    // A producer that waits for each delivery is still in its first send(): only that is queued.
    boolean unused =
        stage.awaitWhileStalled("send() to return", stage.patience().brief(), sending::ended, run);
    sending.failIfThrew();
    PendingCall closing = run.parts().startClosingProducer();

    boolean early =
        stage.awaitInSilence("close() to return", Patience.SILENCE, closing::ended, run);
    closing.failIfThrew();
    expect(
        !early,
        () ->
            givesUpTooSoon()
                ? CloseFeedback.gaveUp(failedReports(), trace())
                : CloseFeedback.didNotWait(queued(sending, events), trace()));
    run.tap().resume();
    closing.await(stage.patience().call());
    expectArrival(both(first, events), first.size(), accepted(sending, events));
    expectRefusal();
    expectNoHarm("a second time", run);
    expectStillOpen(other);
    StudentRun idle = stage.newRunBeside(run, producer.topic());
    idle.parts().openProducer();
    expectNoHarm("before any send()", idle);
    program.ifPresent(ProducerProgram::judge);
  }

  /** A debugger has one port, which the other JVM uses. */
  private Optional<ProducerProgram> startProgram() {
    return stage.context().jvmSettings().debug()
        ? Optional.empty()
        : Optional.of(ProducerProgram.start(stage, FLUSHED));
  }

  /** Closes a producer that has nothing to do. */
  private void expectNoHarm(String when, StudentRun closed) {
    try {
      closed.parts().closeProducer();
    } catch (StudentFailure.Threw | StudentFailure.DidNotReturn e) {
      throw CriterionEnded.failed(CloseFeedback.harmfulClose(when, e), FLUSHED);
    }
  }

  /** Another producer of the same program has nothing to do with the one that was closed. */
  private void expectStillOpen(StudentRun other) {
    long before = producer.topic().size();
    boolean accepted = other.parts().send(producer.newEvents(1)).get(0);
    expectNoHarm("while another producer is open", other);
    boolean arrived =
        stage.await("its event", () -> producer.topic().size() > before, other) && accepted;
    expect(arrived, FLUSHED, () -> CloseFeedback.closedTheOther(other.producerTrace()));
  }

  /** A close() with a timeout also makes deliveries fail: only the settings show the difference. */
  private boolean givesUpTooSoon() {
    return run.clientNotes().producers().stream()
        .flatMap(made -> made.setting("delivery.timeout.ms").stream())
        .anyMatch(millis -> Long.parseLong(millis) < Patience.SILENCE.toMillis());
  }

  /** Returns how many events the listener was told have failed. */
  private long failedReports() {
    return run.deliveryReports().stream().filter(report -> report.cause() != null).count();
  }

  private static int queued(PendingCall sending, List<UserEvent> events) {
    return sending.ended() ? events.size() : 1;
  }

  private List<UserEvent> accepted(PendingCall sending, List<UserEvent> events) {
    List<Boolean> answers = sending.awaitAnswers(stage.patience().call());
    return events.stream().filter(event -> answers.get(events.indexOf(event))).toList();
  }

  private static List<UserEvent> both(List<UserEvent> first, List<UserEvent> events) {
    return Stream.concat(first.stream(), events.stream()).toList();
  }

  private void expectArrival(List<UserEvent> sent, int first, List<UserEvent> accepted) {
    long expected = (long) first + accepted.size();
    stage.await(
        "what was queued",
        stage.patience().brief(),
        () -> producer.topic().size() >= expected,
        run);
    Arrivals arrivals = new Arrivals(producer.topic().readAll());
    if (accepted.stream().anyMatch(event -> arrivals.of(event) == 0)) {
      arrivals.requireEvents(sent);
    }
    long lost = accepted.stream().filter(event -> arrivals.of(event) == 0).count();
    expect(lost == 0, () -> CloseFeedback.lost(lost, accepted.size(), trace()));
  }

  private ProducerTrace trace() {
    return run.producerTrace();
  }

  private void expectRefusal() {
    try {
      boolean accepted = run.parts().send(producer.newEvents(1)).get(0);
      expect(!accepted, FLUSHED, () -> CloseFeedback.acceptedAfterClose(trace()));
    } catch (StudentFailure.Threw | StudentFailure.DidNotReturn e) {
      throw CriterionEnded.failed(CloseFeedback.afterClose(e), FLUSHED);
    }
  }
}
