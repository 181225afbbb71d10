package dev.kafkalab.grader.criteria.producer;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.stage.DeliveryFeedback;
import dev.kafkalab.grader.criteria.stage.ProducerStage;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.studentvm.PendingCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends a stream of events and cuts its connection in the middle, with requests in flight. */
final class CutStream {

  private final Stage stage;
  private final LabTopic topic;
  private final StudentRun run;
  private final List<UserEvent> events;
  private final List<PendingCall> sending = new ArrayList<>();

  CutStream(Stage stage, LabTopic topic, StudentRun run, List<UserEvent> events) {
    this.stage = stage;
    this.topic = topic;
    this.run = run;
    this.events = events;
  }

  List<UserEvent> events() {
    return events;
  }

  List<UserEvent> lastPart() {
    return events.subList(events.size() * 3 / 4, events.size());
  }

  void sendBeforeTheCut() {
    List<UserEvent> part = events.subList(0, events.size() / 4);
    run.parts().openProducer();
    run.parts().send(part);
    boolean all =
        stage.awaitMoving(
            "the first events to arrive",
            ProducerStage.toArrive(stage, run),
            topic::size,
            () -> topic.size() >= part.size(),
            run);
    if (!all && topic.size() == 0) {
      throw DeliveryFeedback.blockedByDelivery(run, part.size());
    }
  }

  /**
   * Stalls the wire, lets two requests pile up if the producer allows two, and cuts it: a producer
   * that retries both must not let the second overtake the first.
   */
  void cutWithRequestsUnderWay() {
    int before = requests();
    run.tap().stall();
    sending.add(run.parts().startSending(events.subList(events.size() / 4, events.size() / 2)));
    boolean unused =
        stage.awaitWhileStalled(
            "a request under way", stage.patience().call(), () -> requests() > before, run);
    // A producer that waits for each delivery has one request in flight, and its send() blocks.
    PendingCall first = sending.get(0);
    if (stage.awaitWhileStalled("send() to return", pilingUp(), first::ended, run)) {
      sending.add(
          run.parts().startSending(events.subList(events.size() / 2, events.size() * 3 / 4)));
      unused =
          stage.awaitWhileStalled(
              "a second request", pilingUp(), () -> requests() > before + 1, run);
    }
    run.tap().cut();
  }

  void sendAfterTheCut() {
    sending.forEach(call -> call.await(stage.patience().call()));
    if (sending.size() == 1) {
      run.parts().send(events.subList(events.size() / 2, events.size() * 3 / 4));
    }
    run.parts().send(lastPart());
    PendingCall closing = run.parts().startClosingProducer();
    boolean unused =
        stage.awaitMoving(
            "every event to be in the topic",
            topic::size,
            () -> topic.holds(events.size()) || closing.ended(),
            run);
    closing.failIfThrew();
  }

  /** Only a producer that never has two requests in flight waits this long. */
  private Duration pilingUp() {
    return stage.patience().brief().multipliedBy(4);
  }

  private int requests() {
    return run.tap().produceRequests();
  }
}
