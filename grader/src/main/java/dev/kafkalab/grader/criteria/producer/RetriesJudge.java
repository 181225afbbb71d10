package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.stage.ProducerStage;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.evidence.EventIdentity;
import dev.kafkalab.grader.studentvm.PendingCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Judges what a producer does when its requests, or the responses to them, are lost. */
final class RetriesJudge {

  /** Points for losing nothing, but storing something twice. */
  private static final int WITH_DUPLICATES = 2;

  /** One more than a producer survives that retries once. */
  private static final int LOST_IN_A_ROW = 2;

  private final Stage stage;
  private final ProducerStage producer;
  private final StudentRun run;
  private final List<UserEvent> sent = new ArrayList<>();

  RetriesJudge(Stage stage) {
    this.stage = stage;
    this.producer = new ProducerStage(stage);
    this.run = producer.run();
  }

  void judge() {
    sent.addAll(producer.open());
    AcksJudge.of(run).requireAll();
    loseRequests();
    loseAnswer();
    expectOnce();
  }

  private void loseRequests() {
    run.tap().loseProduceRequests(LOST_IN_A_ROW);
    // One event, so that both requests have it: two of several could each be lost once.
    List<UserEvent> events = producer.newEvents(1);
    send(events, LOST_IN_A_ROW);
    stage.await(
        "what was lost to arrive", toArrive(), () -> arrived(events) || isGivenUp(events), run);
    expectArrival(events, LOST_IN_A_ROW);
  }

  private void loseAnswer() {
    run.tap().loseProduceAnswers(1);
    List<UserEvent> events = producer.newEvents(6);
    send(events, LOST_IN_A_ROW + 1);
    int requests = requests();
    stage.await(
        "another request", toArrive(), () -> requests() > requests || isGivenUp(events), run);
    expect(requests() > requests, () -> RetryFeedback.neverAskedAgain(trace()));
    stage.await(
        "what was lost to arrive", toArrive(), () -> arrived(events) || isGivenUp(events), run);
    expectArrival(events, 1);
  }

  private void expectArrival(List<UserEvent> events, int losses) {
    if (!arrived(events)) {
      new Arrivals(producer.topic().readAll()).requireEvents(sent);
    }
    expect(arrived(events), () -> RetryFeedback.lost(losses, missing(events), trace()));
  }

  /** Sends and waits until that many requests or responses were lost since the beginning. */
  private void send(List<UserEvent> events, int losses) {
    sent.addAll(events);
    PendingCall sending = run.parts().startSending(events);
    boolean lost =
        stage.await(
            "the loss",
            toArrive(),
            () -> run.tap().produceLosses() >= losses || isGivenUp(events),
            run);
    sending.failIfThrew();
    expect(lost, () -> RetryFeedback.lost(run.tap().produceLosses(), missing(events), trace()));
  }

  private Duration toArrive() {
    return ProducerStage.toArrive(stage, run);
  }

  private ProducerTrace trace() {
    return run.producerTrace();
  }

  private int requests() {
    return run.tap().produceRequests();
  }

  /** Nothing more happens to events that the student's code has reported as failed. */
  private boolean isGivenUp(List<UserEvent> events) {
    return events.stream()
        .allMatch(
            event ->
                run.deliveryReports().stream()
                    .anyMatch(
                        report ->
                            report.cause() != null && EventIdentity.isSame(event, report.event())));
  }

  private boolean arrived(List<UserEvent> events) {
    // All are read only when there may be enough of them: this is asked often.
    return producer.topic().size() >= sent.size() && missing(events) == 0;
  }

  private long missing(List<UserEvent> events) {
    Arrivals arrivals = new Arrivals(producer.topic().readAll());
    return events.stream().filter(event -> arrivals.of(event) == 0).count();
  }

  /** Any duplicate has been stored by the time close() returns. */
  private void expectOnce() {
    PendingCall closing = run.parts().startClosingProducer();
    stage.await("close() to return", closing::ended, run);
    Arrivals arrivals = new Arrivals(producer.topic().readAll());
    List<UserEvent> twice = sent.stream().filter(event -> arrivals.of(event) > 1).toList();
    expect(
        twice.isEmpty(),
        WITH_DUPLICATES,
        () -> RetryFeedback.duplicates(twice, sent.size(), trace()));
  }
}
