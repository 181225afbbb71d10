package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.stage.ProducerStage;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.evidence.EventIdentity;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.studentvm.DeliveryReport;
import dev.kafkalab.grader.studentvm.PendingCall;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges the calls of the delivery listener for events that arrive and for events that cannot. */
final class DeliveryReportJudge {

  /** Points for the reports on events that arrive. */
  private static final int DELIVERED = 2;

  /** Over the client's {@code max.request.size}, which is 1 MiB unless it is changed. */
  private static final int TOO_LARGE = 2 << 20;

  private static final int NORMAL = 4;

  /** More failures than most queues and counters hold. */
  private static final int FAILING = 250;

  private final Stage stage;
  private final ProducerStage producer;

  DeliveryReportJudge(Stage stage) {
    this.stage = stage;
    this.producer = new ProducerStage(stage);
  }

  void judge() {
    List<UserEvent> events = producer.newEvents(15);
    StudentRun run = producer.run();
    PendingCall closing = producer.deliver(events);
    AcksJudge.of(run).requireAnswers();
    awaitReports(run, events, closing);
    expectDelivered(run, events);
    expectFailures(stage.newRunBeside(run, producer.topic()));
    expectSeparate(stage.newRunBeside(run, producer.topic()), stage.newTopic());
  }

  /** After close() has returned, only reports that are already under way may follow. */
  private void awaitReports(StudentRun run, List<UserEvent> events, PendingCall closing) {
    boolean all =
        stage.await("the reports", () -> areReported(run, events) || closing.ended(), run);
    if (all) {
      stage.await("the last report", stage.patience().brief(), () -> areReported(run, events), run);
    }
  }

  private static boolean areReported(StudentRun run, List<UserEvent> events) {
    return untold(run, events) == 0;
  }

  private static List<DeliveryReport> reportsOf(StudentRun run, UserEvent event) {
    return about(event, run.deliveryReports());
  }

  private static List<DeliveryReport> about(UserEvent event, List<DeliveryReport> reports) {
    return reports.stream().filter(report -> EventIdentity.isSame(event, report.event())).toList();
  }

  private void expectDelivered(StudentRun run, List<UserEvent> events) {
    ProducerTrace trace = run.producerTrace();
    Arrivals arrivals = new Arrivals(producer.topic().readAll());
    for (UserEvent event : events) {
      List<DeliveryReport> reports = reportsOf(run, event);
      expect(
          !reports.isEmpty(),
          () -> ReportFeedback.untold(untold(run, events), events.size(), trace));
      expect(reports.size() == 1, () -> ReportFeedback.toldTwice(event, reports.size(), trace));
      DeliveryReport report = reports.get(0);
      expect(report.cause() == null, () -> ReportFeedback.arrivedAllTheSame(event, report, trace));
      arrivals
          .first(event)
          .ifPresent(
              record ->
                  expect(
                      record.partition() == report.partition()
                          && record.offset() == report.offset(),
                      () -> ReportFeedback.otherPlace(record, report, trace)));
    }
  }

  private static long untold(StudentRun run, List<UserEvent> events) {
    List<DeliveryReport> reports = run.deliveryReports(); // once: this is asked often
    return events.stream().filter(event -> about(event, reports).isEmpty()).count();
  }

  /** Rejects everything that a second producer sends: the broker does so, or its own client. */
  private void expectFailures(StudentRun run) {
    run.parts().openProducer();
    run.tap().refuseRecords(true);
    List<UserEvent> events = new ArrayList<>(producer.newEvents(NORMAL));
    UserEvent large = large();
    events.add(large);
    Set<UserEvent> queued = send(run, events);
    // What Kafka's client takes is to be reported, whatever send() said of it.
    queued.addAll(events.subList(0, NORMAL));
    stage.await(
        "the reports",
        ProducerStage.toArrive(stage, run),
        () -> areReported(run, List.copyOf(queued)),
        run);
    expectFailed(run, events, queued, large);
    failOften(run);
    run.tap().refuseRecords(false);
    expectToGoOn(run);
  }

  /** Has many more fail; whether any is sent after that is seen when the broker takes records. */
  private void failOften(StudentRun run) {
    List<UserEvent> events = List.copyOf(send(run, producer.newEvents(FAILING)));
    boolean any =
        stage.await(
            "a report",
            stage.patience().brief(),
            () -> untold(run, events) < events.size() || events.isEmpty(),
            run);
    boolean all =
        any
            && stage.await(
                "the reports",
                ProducerStage.toArrive(stage, run),
                () -> areReported(run, events),
                run);
    expect(all || !any, DELIVERED, () -> ReportFeedback.failureUntold(false, run.producerTrace()));
  }

  private void expectFailed(
      StudentRun run, List<UserEvent> events, Set<UserEvent> queued, UserEvent large) {
    ProducerTrace trace = run.producerTrace();
    for (UserEvent event : events) {
      List<DeliveryReport> reports = reportsOf(run, event);
      boolean tooLarge = event.equals(large);
      expect(
          !queued.contains(event) || !reports.isEmpty(),
          DELIVERED,
          () -> ReportFeedback.failureUntold(tooLarge, trace));
      expect(
          reports.stream().allMatch(report -> report.cause() != null),
          DELIVERED,
          () -> ReportFeedback.neverDelivered(event, tooLarge, trace));
      expect(
          reports.size() <= 1,
          DELIVERED,
          () -> ReportFeedback.toldTwice(event, reports.size(), trace));
    }
  }

  /** One event that failed says nothing of the next: the broker takes records again. */
  private void expectToGoOn(StudentRun run) {
    List<UserEvent> events = producer.newEvents(NORMAL);
    Set<UserEvent> queued = send(run, events);
    PendingCall closing = run.parts().startClosingProducer();
    awaitReports(run, events, closing);
    boolean delivered =
        queued.containsAll(events)
            && events.stream()
                .allMatch(
                    event ->
                        reportsOf(run, event).stream().filter(each -> each.cause() == null).count()
                            == 1);
    expect(
        delivered,
        DELIVERED,
        () -> ReportFeedback.neverAgain(events.size() - queued.size(), run.producerTrace()));
    Arrivals arrivals = new Arrivals(producer.topic().readAll());
    long arrived = events.stream().filter(event -> arrivals.of(event) > 0).count();
    expect(
        arrived == events.size(),
        DELIVERED,
        () -> ReportFeedback.neverAgain(0, run.producerTrace()));
  }

  /**
   * Has a producer send while the broker has not answered what another one sent before, to another
   * topic.
   */
  private void expectSeparate(StudentRun one, LabTopic elsewhere) {
    StudentRun other = stage.newRunBeside(one, elsewhere);
    // Two that are alike are two events all the same.
    UserEvent twin = producer.newEvents(1).get(0);
    List<UserEvent> first = List.of(twin, twin);
    List<UserEvent> second = producer.newEvents(1);
    one.parts().openProducer();
    other.parts().openProducer();
    for (StudentRun run : List.of(one, other)) {
      Set<UserEvent> unused = send(run, producer.newEvents(1)); // its client knows the topic then
    }
    one.tap().stall();
    PendingCall sending = one.parts().startSending(first);
    boolean unused =
        stage.awaitWhileStalled("send() to return", stage.patience().brief(), sending::ended, one);
    Set<UserEvent> queued = send(other, second);
    one.tap().resume();
    stage.await("send() to return", ProducerStage.toArrive(stage, one), sending::ended, one);
    awaitReports(one, first, one.parts().startClosingProducer());
    awaitReports(other, second, other.parts().startClosingProducer());
    boolean told = areReported(one, first) && areReported(other, second);
    boolean own =
        reportsOf(one, second.get(0)).isEmpty() && reportsOf(other, first.get(0)).isEmpty();
    expect(
        told && own && !queued.isEmpty(),
        DELIVERED,
        () -> ReportFeedback.otherListener(one.producerTrace()));
    stage.await(
        "both reports", stage.patience().brief(), () -> reportsOf(one, twin).size() >= 2, one);
    int reports = reportsOf(one, twin).size();
    long twins = new Arrivals(producer.topic().readAll()).of(twin);
    boolean arrived = twins > 0 && new Arrivals(elsewhere.readAll()).of(second.get(0)) > 0;
    expect(arrived, DELIVERED, () -> ReportFeedback.otherTopic(one.producerTrace()));
    expect(
        reports == 2 && twins == 2,
        DELIVERED,
        () -> ReportFeedback.twins(reports, twins, one.producerTrace()));
  }

  /** Sends events and returns those that were queued. */
  private static Set<UserEvent> send(StudentRun run, List<UserEvent> events) {
    try {
      List<Boolean> answers = run.parts().send(events);
      Set<UserEvent> queued = new LinkedHashSet<>(events);
      queued.removeIf(event -> !answers.get(events.indexOf(event)));
      return queued;
    } catch (StudentFailure.Threw e) {
      throw ReportFeedback.threw(e, DELIVERED);
    }
  }

  /** Random letters: text that compresses well might be small enough after all. */
  private UserEvent large() {
    UserEvent event = producer.newEvents(1).get(0);
    StringBuilder note = new StringBuilder(TOO_LARGE);
    while (note.length() < TOO_LARGE) {
      note.append((char) ('a' + stage.events().below(26)));
    }
    return new UserEvent(
        event.userId(), UserEvent.LOGIN, event.timestamp(), Map.of("note", note.toString()));
  }
}
