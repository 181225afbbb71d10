package dev.kafkalab.grader.criteria.stage;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.studentvm.PendingCall;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** A stage with a topic and a student's producer that is known to reach it. */
public final class ProducerStage {

  private static final int FIRST = 4;

  /** The lab's bound for a sent event to reach the broker. */
  private static final Duration LONGEST_LINGER = Duration.ofSeconds(10);

  private final Stage stage;
  private final LabTopic topic;
  private final StudentRun run;
  private final List<String> users;

  public ProducerStage(Stage stage) {
    this.stage = stage;
    this.topic = stage.newTopic();
    this.run = stage.newRun(topic);
    this.users = stage.events().users(5);
  }

  public LabTopic topic() {
    return topic;
  }

  public StudentRun run() {
    return run;
  }

  public List<UserEvent> newEvents(int count) {
    return stage.events().events(users, count);
  }

  /**
   * Creates the producer and lets it deliver some events: from here on it is connected.
   *
   * <p>Another criterion judges whether it delivers at all.
   */
  public List<UserEvent> open() {
    List<UserEvent> first = newEvents(FIRST);
    Conditions.requires(
        CriterionId.PRODUCER_DELIVERS,
        () -> {
          run.parts().openProducer();
          run.parts().send(first);
          awaitArrival(first.size());
        });
    return first;
  }

  /** Sends events, closes the producer, and returns the call of close() when all have arrived. */
  public PendingCall deliver(List<UserEvent> events) {
    return Conditions.requires(
        CriterionId.PRODUCER_DELIVERS,
        () -> {
          run.parts().openProducer();
          run.parts().send(events);
          // Whether close() waits is judged by another criterion: events in flight get a moment
          // here.
          stage.await(
              "most events", stage.patience().brief(), () -> topic.holds(events.size()), run);
          PendingCall closing = run.parts().startClosingProducer();
          awaitArrival(events.size());
          closing.failIfThrew();
          return closing;
        });
  }

  /**
   * Returns how long what was sent may take to reach the broker: the lab allows ten seconds. A
   * producer that was made without {@code linger.ms}, and was given a record, sends it at once.
   */
  public static Duration toArrive(Stage stage, StudentRun run) {
    Duration lingers =
        run.clientNotes().producers().stream()
            .flatMap(made -> made.setting("linger.ms").stream())
            .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
            .max(Comparator.naturalOrder())
            .orElse(LONGEST_LINGER);
    boolean keepsThem = !run.producerTrace().wasGiven(1) || lingers.compareTo(LONGEST_LINGER) > 0;
    return stage.patience().call().plus(keepsThem ? LONGEST_LINGER : lingers);
  }

  private void awaitArrival(int events) {
    boolean all =
        stage.awaitMoving(
            "every event to be in the topic",
            toArrive(stage, run),
            topic::size,
            () -> topic.holds(events),
            run);
    if (!all && topic.size() == 0) {
      throw DeliveryFeedback.blockedByDelivery(run, events);
    }
  }
}
