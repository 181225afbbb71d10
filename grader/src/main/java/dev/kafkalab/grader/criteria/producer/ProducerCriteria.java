package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.stage.Conditions;
import dev.kafkalab.grader.criteria.stage.DeliveryFeedback;
import dev.kafkalab.grader.criteria.stage.ProducerStage;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.Exhibits;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.evidence.OddEvents;
import dev.kafkalab.grader.rubric.Criterion;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.rubric.Part;
import dev.kafkalab.grader.rubric.Task;
import dev.kafkalab.grader.studentvm.PendingCall;
import dev.kafkalab.grader.wire.ClientKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Task 2: the producer. */
public interface ProducerCriteria {

  @Criterion(
      id = CriterionId.PRODUCER_DELIVERS,
      task = Task.PRODUCER,
      runs = Part.PRODUCER,
      points = 8,
      title = "each event arrives exactly once, in the lab's JSON, and send() returns true",
      detail =
          "Events of the three types and of unknown ones: with nested data, with other alphabets, quotes and backslashes, "
              + "without data, with every kind of number, and of users whose ids look alike; then a single one, and several thousand. "
              + "6 of 8 points if everything is right except what send() returns, or if the client lacks the lab's properties.")
  default void delivers(Stage stage) {
    LabTopic topic = stage.newTopic();
    StudentRun run = stage.newRun(topic);
    List<UserEvent> events = new ArrayList<>(stage.events().events(stage.events().users(6), 30));
    events.addAll(stage.events().everyItem(stage.events().oddUser()));
    OddEvents odd = new OddEvents(stage.events());
    events.addAll(odd.all(odd.users()));

    run.parts().openProducer();
    List<Boolean> accepted = run.parts().send(events);
    // Whether close() waits is another criterion's: what is on its way is given a moment.
    stage.await("most events", stage.patience().brief(), () -> topic.holds(events.size()), run);
    PendingCall closing = run.parts().startClosingProducer();

    boolean unused =
        stage.awaitMoving(
            "every event to be in the topic",
            ProducerStage.toArrive(stage, run),
            topic::size,
            () -> topic.holds(events.size()),
            run);
    expect(topic.size() > 0, () -> DeliveryFeedback.nothingArrived(run, events.size()));
    // What is sent twice has been sent by the time that close() is done.
    stage.await("close() to return", stage.patience().brief(), closing::ended, run);
    closing.failIfThrew();
    new DeliveryJudge(events, topic.readAll(), run.producerTrace()).expectExactlyOnceAsJson();
    long refused = accepted.stream().filter(answer -> !answer).count();
    expect(refused == 0, 6, () -> ProducerFeedback.saidFalse(refused, events.size()));
    run.expectLabProperties(ClientKind.PRODUCER, 6);
    new ManyEvents(stage, run).judge();
  }

  @Criterion(
      id = CriterionId.PRODUCER_KEY_AFFINITY,
      task = Task.PRODUCER,
      runs = Part.PRODUCER,
      points = 8,
      title = "the key is the user_id, so all events of a user are in one partition",
      detail =
          "12 users whose ids Kafka spreads over all three partitions, and others whose ids differ only in case, blanks or accents. "
              + "Records without a key do not pass, even if they happen to land in one partition.")
  default void keyAffinity(Stage stage) {
    ProducerStage producer = new ProducerStage(stage);
    List<String> plain = KeysJudge.usersOfAllPartitions(stage.events());
    List<String> users = new ArrayList<>(plain);
    users.addAll(new OddEvents(stage.events()).users());
    List<UserEvent> events =
        Stream.of(UserEvent.LOGIN, UserEvent.PURCHASE, UserEvent.LOGOUT)
            .flatMap(type -> users.stream().map(user -> stage.events().event(user, type)))
            .toList();

    producer.deliver(events);

    List<ConsumerRecord<byte[], byte[]>> records = producer.topic().readAll();
    KeysJudge keys = new KeysJudge(records, producer.run().producerTrace());
    stage.show(Exhibits.messages(keys.recordsOf(plain)));
    keys.expectUserIds();
    keys.expectOnePartitionEach();
    keys.expectMoreThanOnePartition(users.size());
  }

  @Criterion(
      id = CriterionId.PRODUCER_ORDERING,
      task = Task.PRODUCER,
      runs = Part.PRODUCER,
      points = 4,
      title = "a user's events arrive in the order sent, even if the connection breaks",
      detail =
          "The connection stalls while two requests are in flight, and is then cut. "
              + "The second must not overtake the first when both are retried.")
  default void ordering(Stage stage) {
    LabTopic topic = stage.newTopic();
    StudentRun run = stage.newRun(topic);
    List<String> users = stage.events().users(2);
    CutStream stream = new CutStream(stage, topic, run, stage.events().events(users, 60));

    Conditions.requires(CriterionId.PRODUCER_DELIVERS, stream::sendBeforeTheCut);
    AcksJudge.of(run).requireAnswers();
    stream.cutWithRequestsUnderWay();
    stream.sendAfterTheCut();

    OrderJudge order = new OrderJudge(stream.events(), topic.readAll(), run.producerTrace());
    order.requireKeys();
    order.expectArrivalAfterTheCut(stream.lastPart());
    order.expectSentOrder(AcksJudge.of(run));
  }

  @Criterion(
      id = CriterionId.PRODUCER_ACKS,
      task = Task.PRODUCER,
      runs = Part.PRODUCER,
      points = 4,
      title = "every request asks for confirmation by all replicas: acks=all on the wire",
      detail = "Judged by each Produce request that the broker receives, not by the settings.")
  default void acks(Stage stage) {
    ProducerStage producer = new ProducerStage(stage);

    producer.deliver(producer.newEvents(12));

    AcksJudge acks = AcksJudge.of(producer.run());
    acks.requireRecords(producer.run());
    expect(acks.areAll(), () -> acks.notAll());
  }

  @Criterion(
      id = CriterionId.PRODUCER_RETRIES,
      task = Task.PRODUCER,
      runs = Part.PRODUCER,
      points = 4,
      title = "lost events are sent again until they arrive, and each arrives only once",
      detail =
          "Two requests in a row are lost, then the response to one that was stored. "
              + "2 of 4 points if nothing is lost but something is stored twice.")
  default void retries(Stage stage) {
    new RetriesJudge(stage).judge();
  }

  @Criterion(
      id = CriterionId.PRODUCER_DELIVERY_REPORT,
      task = Task.PRODUCER,
      runs = Part.PRODUCER,
      points = 4,
      title = "the listener is called exactly once per event: delivered and where, or failed",
      detail =
          "2 points for events that arrive, 2 for those that cannot: "
              + "the broker rejects them, or they are too large to be sent. "
              + "An event for which send() returned false need not be reported.")
  default void deliveryReport(Stage stage) {
    new DeliveryReportJudge(stage).judge();
  }

  @Criterion(
      id = CriterionId.PRODUCER_CLOSE_FLUSHES,
      task = Task.PRODUCER,
      runs = {Part.PRODUCER, Part.TOPIC, Part.PROGRAM},
      points = 3,
      title = "close() waits until everything queued is delivered; later events are rejected",
      detail =
          "The broker does not respond when close() is called, but does so later. ProducerApp runs, too: it creates its topic, "
              + "sends events of the three types, waits for their delivery and ends by itself. "
              + "2 of 3 points if nothing is lost but a later send() throws, hangs or returns true, another close() does harm, "
              + "or the program is wrong.")
  default void closeFlushes(Stage stage) {
    new CloseJudge(stage).judge();
  }
}
