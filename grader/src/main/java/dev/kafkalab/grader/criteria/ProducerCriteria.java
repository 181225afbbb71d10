package dev.kafkalab.grader.criteria;

import static dev.kafkalab.grader.criteria.Verdicts.expect;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.Task;
import dev.kafkalab.grader.studentvm.PendingCall;
import java.util.List;
import java.util.stream.IntStream;

/** Task 2: the producer. */
public class ProducerCriteria {

  @Criterion(
      id = "producer.delivers",
      task = Task.PRODUCER,
      points = 8,
      title = "each event arrives exactly once, in the lab's JSON, and send() says true")
  void delivers(Stage stage) {
    LabTopic topic = stage.newTopic();
    StudentRun run = stage.newRun(topic);
    List<UserEvent> events = stage.events().events(stage.events().users(6), 30);

    run.parts().openProducer();
    List<Boolean> accepted = run.parts().send(events);
    PendingCall closing = run.parts().startClosingProducer();

    stage.await("every event to be in the topic", () -> topic.size() >= events.size(), run);
    expect(topic.size() > 0, () -> ProducerFeedback.nothingArrived(run, events.size()));
    // What is sent twice has been sent by the time that close() is done.
    stage.await("close() to return", stage.patience().brief(), closing::ended, run);
    closing.failIfThrew();
    new Delivery(events, topic.readAll()).expectExactlyOnceAsJson();
    long refused = accepted.stream().filter(answer -> !answer).count();
    expect(refused == 0, 6, () -> ProducerFeedback.saidFalse(refused, events.size()));
  }

  @Criterion(
      id = "producer.key-affinity",
      task = Task.PRODUCER,
      points = 8,
      title = "the key is the user_id, so all events of a user are in one partition")
  void keyAffinity(Stage stage) {
    LabTopic topic = stage.newTopic();
    StudentRun run = stage.newRun(topic);
    List<String> users = Keys.usersOfAllPartitions(stage.events());
    List<UserEvent> events =
        IntStream.range(0, 3)
            .boxed()
            .flatMap(
                round -> users.stream().map(user -> stage.events().event(user, UserEvent.LOGIN)))
            .toList();

    deliver(stage, topic, run, events);

    Keys keys = new Keys(topic.readAll());
    keys.expectUserIds();
    keys.expectOnePartitionEach();
    keys.expectMoreThanOnePartition(users.size());
  }

  @Criterion(
      id = "producer.ordering",
      task = Task.PRODUCER,
      points = 4,
      title = "a user's events arrive in the order sent, also when the connection breaks")
  void ordering(Stage stage) {
    LabTopic topic = stage.newTopic();
    StudentRun run = stage.newRun(topic);
    List<String> users = stage.events().users(2);
    CutStream stream = new CutStream(stage, topic, run, stage.events().events(users, 60));

    Verdicts.requires("producer.delivers", stream::sendBeforeTheCut);
    stream.cutWithRequestsUnderWay();
    stream.sendAfterTheCut();

    Order order = new Order(stream.events(), topic.readAll());
    order.requireKeys();
    order.expectArrivalAfterTheCut(stream.lastPart());
    order.expectSentOrder();
  }

  /** Sends what only {@code producer.delivers} judges. */
  private static void deliver(Stage stage, LabTopic topic, StudentRun run, List<UserEvent> events) {
    Verdicts.requires(
        "producer.delivers",
        () -> {
          run.parts().openProducer();
          run.parts().send(events);
          PendingCall closing = run.parts().startClosingProducer();
          boolean all =
              stage.await(
                  "every event to be in the topic", () -> topic.size() >= events.size(), run);
          closing.failIfThrew();
          if (!all && topic.size() == 0) {
            throw ProducerFeedback.blockedByDelivery(run, events.size());
          }
        });
  }
}
