package dev.kafkalab.grader.criteria.program;

import dev.kafkalab.api.TopicSetup;
import dev.kafkalab.grader.criteria.stage.Patience;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Brings the programs to the point where a signal shows whether they are correct: everything is
 * handled, and the commit of the last event is on its way to a broker that does not respond.
 *
 * <p>No correct program can then end before the broker responds again, however its threads run.
 */
final class ShutdownRound {

  private static final int EVENTS = 4;
  private static final Duration STALLED = Duration.ofSeconds(1);

  private final Stage stage;
  private final LabTopic topic;
  private final List<ShutdownTrial> trials;
  private final List<String> users;

  ShutdownRound(Stage stage, LabTopic topic, List<ShutdownTrial> trials) {
    this.stage = stage;
    this.topic = topic;
    this.trials = trials;
    this.users = stage.events().users(4);
  }

  /**
   * Waits for the topic, which the programs create, and has them read an event of each partition: a
   * consumer may have no position where there is nothing.
   */
  void awaitReading() {
    Duration call = stage.patience().call();
    if (!await("the topic to be created", call, t -> topic.describe().isPresent())) {
      throw CriterionEnded.failed(
          ShutdownFeedback.noTopic(topic.name(), trials.get(0).run().app().lastOutput()));
    }
    int partitions = topic.describe().orElseThrow().partitions().size();
    if (partitions != TopicSetup.PARTITIONS) {
      throw CriterionEnded.blocked(
          CriterionId.TOPIC_CREATED, ShutdownFeedback.otherTopic(topic.name(), partitions));
    }
    topic.awaitReady();
    publish(1);
    if (!await("each partition to be read", stage.patience().call(), t -> t.run().isPositioned())) {
      throw neverRead(trial -> trial.run().isPositioned());
    }
  }

  /** Publishes to each partition and waits until nothing of it is left to be done. */
  void publishAndAwaitHandled() {
    publish(EVENTS);
    Offsets ends = topic.endOffsets();
    awaitHandled(ends);
  }

  private void publish(int events) {
    for (int partition = 0; partition < TopicSetup.PARTITIONS; partition++) {
      topic.publishTo(partition, stage.events().events(users, events));
    }
  }

  /**
   * Publishes one more event and stalls the wire when it is about to be committed; where that does
   * not come, when the event has been handled.
   */
  void stallAtTheLastCommit() {
    trials.forEach(trial -> trial.stallAtCommitBeyond(topic.endOffsets()));
    List<PublishedEvent> last =
        topic.publishTo(
            stage.events().below(TopicSetup.PARTITIONS), stage.events().events(users, 1));
    PublishedEvent event = last.get(0);
    awaitHandled(Offsets.at(event.partition(), event.offset() + 1));
    Offsets ends = topic.endOffsets();
    trials.forEach(trial -> trial.stall(ends));
  }

  /**
   * An event is handled when it is about to be committed. A program that commits too rarely to wait
   * for shows it by asking for more: it has received everything and asked for the next batch twice.
   */
  private void awaitHandled(Offsets ends) {
    Duration call = stage.patience().call();
    Predicate<ShutdownTrial> read = t -> t.run().hasAskedToCommit(ends) || t.run().hasRead(ends);
    if (!await("all events to be read", call, read)) {
      throw neverRead(read);
    }
    // What was read may wait in a queue of the program while it keeps polling.
    if (await("all events to be committed", call, t -> t.run().hasAskedToCommit(ends))) {
      return;
    }
    trials.forEach(ShutdownTrial::rememberFetches);
    await(
        "all events to be handled",
        call,
        t -> t.run().hasAskedToCommit(ends) || t.hasFetchedAgain());
  }

  /**
   * A correct program is still running after this; one that has ended ends the wait.
   *
   * <p>It is short by a wall clock, because a correct program may have its own timeout.
   */
  void awaitWhileStalled() {
    boolean unused =
        stage.awaitInSilence(
            "a program to end while the broker is silent",
            STALLED,
            () -> trials.stream().anyMatch(trial -> trial.run().app().hasEnded()));
  }

  void awaitEnd() {
    stage.await(
        "the programs to end",
        stage.patience().toEnd(),
        () -> trials.stream().allMatch(t -> t.run().app().hasEnded()));
  }

  private boolean await(String what, Duration bound, Predicate<ShutdownTrial> condition) {
    return Patience.await(
        what,
        bound,
        () -> trials.stream().allMatch(condition),
        () -> trials.forEach(trial -> trial.run().check()));
  }

  private CriterionEnded neverRead(Predicate<ShutdownTrial> condition) {
    ShutdownTrial trial = trials.stream().filter(condition.negate()).findFirst().orElseThrow();
    return CriterionEnded.blocked(
        CriterionId.CONSUMER_DISPATCHES,
        ShutdownFeedback.neverRead(
            topic.name(),
            trial.run().joinedGroup().orElse("none"),
            trial.run().tap().fetchPositions(),
            topic.endOffsets(),
            trial.run().app().lastOutput()));
  }
}
