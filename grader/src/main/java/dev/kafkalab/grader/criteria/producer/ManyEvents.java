package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.stage.ProducerStage;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.evidence.LabJson;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.studentvm.PendingCall;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Has further producers of the same JVM send several thousand small events, and a single one: they
 * are counted, since what each looks like was judged before.
 */
final class ManyEvents {

  /** More than a queue of 2,048 holds, and more than a batch. */
  private static final int MANY = 2_100;

  private final Stage stage;
  private final StudentRun first;

  ManyEvents(Stage stage, StudentRun first) {
    this.stage = stage;
    this.first = first;
  }

  void judge() {
    expectAll(1);
    expectAll(MANY);
  }

  private void expectAll(int count) {
    LabTopic topic = stage.newTopic();
    StudentRun run = stage.newRunBeside(first, topic);
    run.parts().openProducer();
    PendingCall sending = run.parts().startSending(small(count));
    awaitReturn(sending, topic, run);
    sending.failIfThrew();
    // Whether close() waits is another criterion's: what is on its way is given a moment.
    stage.await("most events", stage.patience().brief(), () -> topic.size() >= count, run);
    PendingCall closing = run.parts().startClosingProducer();
    awaitReturn(closing, topic, run);
    stage.await("the last events", stage.patience().brief(), () -> topic.size() >= count, run);
    closing.failIfThrew();
    List<ConsumerRecord<byte[], byte[]>> records = topic.readAll();
    int different =
        records.stream()
            .map(record -> ByteBuffer.wrap(LabJson.bytesOf(record)))
            .collect(Collectors.toSet())
            .size();
    expect(
        different >= count,
        () -> CountFeedback.lostOfMany(count - different, count, run.producerTrace()));
    expect(
        records.size() == different,
        () -> CountFeedback.repeatedOfMany(records.size(), count, run.producerTrace()));
  }

  /** A producer may wait for each delivery: that takes long, but the topic fills meanwhile. */
  private void awaitReturn(PendingCall call, LabTopic topic, StudentRun run) {
    long before;
    boolean returned;
    do {
      before = topic.size();
      returned =
          stage.awaitMoving(
              "a producer to have sent all",
              ProducerStage.toArrive(stage, run),
              topic::size,
              call::ended,
              run);
    } while (!returned && topic.size() > before);
  }

  private List<UserEvent> small(int count) {
    List<String> users = stage.events().users(5);
    return IntStream.range(0, count)
        .mapToObj(i -> stage.events().event(users.get(i % users.size()), UserEvent.LOGOUT))
        .toList();
  }
}
