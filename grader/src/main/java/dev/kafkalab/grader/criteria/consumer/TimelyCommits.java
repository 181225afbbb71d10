package dev.kafkalab.grader.criteria.consumer;

import static java.util.stream.Collectors.toMap;

import dev.kafkalab.grader.clock.Deadline;
import dev.kafkalab.grader.criteria.stage.CommitFeedback;
import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.LateTimer;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.Chronicle;
import dev.kafkalab.grader.criteria.trace.CommitHistory;
import dev.kafkalab.grader.evidence.Commit;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.offsets.Offsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds out whether what is handled is committed in time: within ten seconds or a thousand events,
 * whichever the solution chose.
 */
final class TimelyCommits {

  private static final int THOUSAND = 1_000;

  private static final int LAST = 3;

  private static final String COMMITS = "commits of all partitions";

  /** The partition with most events first. */
  private static final List<Integer> ORDER = List.of(1, 0, 2);

  private static final Duration TIMER = Duration.ofSeconds(10);
  private static final Duration LATE = Duration.ofSeconds(2);

  /** A thousand slower ones would take more minutes than a criterion has. */
  private static final Duration SLOWEST = Duration.ofMillis(200);

  private final Stage stage;
  private final ConsumerStage consumer;
  private final StudentRun run;
  private final Offsets before;

  /**
   * Begins to look.
   *
   * @param before the ends of the partitions: commits up to here prove nothing
   */
  TimelyCommits(Stage stage, ConsumerStage consumer, StudentRun run, Offsets before) {
    this.stage = stage;
    this.consumer = consumer;
    this.run = run;
    this.before = before;
  }

  /**
   * Waits until these events are handled and committed.
   *
   * @param events of all partitions; those of one partition may be committed by their number, too
   * @return what is wrong, if anything is
   */
  Optional<Feedback> check(List<PublishedEvent> events) {
    Deadline handling = Deadline.in(stage.patience().call());
    consumer.awaitHandled("all events to be handled", events, run);
    boolean slow =
        handling.waited().compareTo(SLOWEST.multipliedBy(events.size())) > 0
            && handling.slowness() < 2;
    Deadline committing = Deadline.in(stage.patience().toCommit());
    boolean inTime = awaitCommitted(events);
    if (slow) {
      return Optional.empty();
    }
    if (!inTime) {
      return checkCounter(events);
    }
    return isSoon(committing) ? checkLast() : checkCounter(consumer.publishTo(1, 1));
  }

  /** A timer runs on a wall clock, and how late it then is depends on the machine. */
  private static boolean isSoon(Deadline waited) {
    return waited.waited().toMillis() < TIMER.toMillis() + LATE.toMillis() * waited.slowness();
  }

  /**
   * Expects the last events to be committed, too, though no more come: a timer that is looked at
   * only when there are records leaves them. A counter may leave them.
   */
  private Optional<Feedback> checkLast() {
    int partition = ORDER.get(0);
    List<PublishedEvent> last = consumer.publishTo(partition, LAST);
    consumer.awaitHandled("the last events to be handled", last, run);
    Offsets committed = committed();
    boolean left = !awaitCommitted(last) && isLeftOut(last, partition);
    return left ? Optional.of(late(last.get(LAST - 1), committed)) : Optional.empty();
  }

  /** Expects a commit after a thousand events, in all or in each partition. */
  private Optional<Feedback> checkCounter(List<PublishedEvent> events) {
    for (int partition : ORDER) {
      List<PublishedEvent> ofOne =
          events.stream().filter(event -> event.partition().partition() == partition).toList();
      Offsets committed = committed();
      if (isLeftOut(ofOne, partition) || !awaitCommittedAfterAThousand(ofOne, partition)) {
        return Optional.of(late(ofOne.get(ofOne.size() - 1), committed));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns whether a single event more has its partition committed at last: then neither a timer
   * nor a counter had made these wait.
   */
  private boolean isLeftOut(List<PublishedEvent> events, int partition) {
    if (isCommitted(events)) {
      return false;
    }
    consumer.awaitHandled("one event more", consumer.publishTo(partition, 1), run);
    return awaitCommitted(events, stage.patience().brief());
  }

  /** Waits as long as the lab allows for all of these to be committed. */
  private boolean awaitCommitted(List<PublishedEvent> events) {
    return LateTimer.await(stage, COMMITS, () -> isCommitted(events), run);
  }

  private boolean awaitCommitted(List<PublishedEvent> events, Duration bound) {
    return stage.await(COMMITS, bound, () -> isCommitted(events), run);
  }

  /** A counter of a thousand events, in all or in this partition, has to commit at its last one. */
  private boolean awaitCommittedAfterAThousand(List<PublishedEvent> events, int partition) {
    if (isCommitted(events)) {
      return true;
    }
    TopicPartition where = consumer.topic().partition(partition);
    long waiting = consumer.topic().endOffsets().of(where, 0L) - committed().of(where, 0L);
    List<PublishedEvent> more =
        consumer.publishTo(partition, (int) Math.max(0, THOUSAND - waiting));
    consumer.awaitHandled("a thousand events to be handled", more, run);
    return awaitCommitted(events, stage.patience().brief().multipliedBy(2));
  }

  /**
   * Counts accepted commits. One that is one behind counts: another criterion tells of it, where it
   * repeats an event.
   */
  private boolean isCommitted(List<PublishedEvent> events) {
    Offsets committed = committed();
    return events.stream()
        .allMatch(event -> committed.of(event.partition(), -1L) >= Math.max(1, event.offset()));
  }

  /** Returns the highest offset that was ever committed of each partition. */
  private Offsets committed() {
    return new Offsets(
        stage.commitJournal().commitsOf(run.groupId()).stream()
            .collect(toMap(Commit::partition, Commit::offset, Math::max)));
  }

  private Feedback late(PublishedEvent handled, Offsets committed) {
    TopicPartition partition = handled.partition();
    Chronicle chronicle = Chronicle.ofRuns(consumer.ledger(), run.life(""));
    CommitHistory history = run.commitHistory();
    if (!committed.goBeyond(before)) {
      return CommitFeedback.onlyAtTheEnd(history).with(chronicle.committedOnlyAtTheEnd(partition));
    }
    long reached = committed.of(partition, -1L);
    return CommitFeedback.notCommitted(partition, handled.offset(), reached, history)
        .with(chronicle.of(partition));
  }
}
