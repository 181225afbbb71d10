package dev.kafkalab.grader.criteria.trace;

import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Timeline;
import dev.kafkalab.grader.feedback.Timeline.Step;
import dev.kafkalab.grader.feedback.Timeline.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * Describes what happened to the records of one partition in chronological order, and marks the
 * step that was wrong.
 */
public final class Chronicle {

  private final EventLedger ledger;
  private final List<Life> lives;
  private final boolean members;

  private Chronicle(EventLedger ledger, List<Life> lives, boolean members) {
    this.ledger = ledger;
    this.lives = List.copyOf(lives);
    this.members = members;
  }

  /** Describes runs that followed each other. */
  public static Chronicle ofRuns(EventLedger ledger, Life... lives) {
    return new Chronicle(ledger, List.of(lives), false);
  }

  /** Describes members of a group: when they joined and left matters too. */
  public static Chronicle ofMembers(EventLedger ledger, List<Life> lives) {
    return new Chronicle(ledger, lives, true);
  }

  /** Marks nothing. */
  public Timeline of(TopicPartition partition) {
    return about(partition, step -> false, "");
  }

  /** Marks a commit that came before an event was handled. */
  public Timeline committedTooEarly(CommitAudit.TooEarly commit) {
    return about(
        commit.event().partition(),
        step -> step.kind() == StepKind.COMMITTED && step.to() == commit.committed(),
        commit.event().offset() + " was not handled yet");
  }

  /** Marks a commit that took back an earlier one. */
  public Timeline committedBackward(CommitAudit.Backward commit) {
    AtomicBoolean passed = new AtomicBoolean();
    return about(
        commit.partition(),
        step -> {
          boolean is = step.kind() == StepKind.COMMITTED && step.to() == commit.lower();
          boolean marks = is && passed.get();
          passed.compareAndSet(
              false, step.kind() == StepKind.COMMITTED && step.to() == commit.higher());
          return marks;
        },
        commit.higher() + " was already committed");
  }

  /** Marks the first commit if it came only after the stop, or else the stop itself. */
  public Timeline committedOnlyAtTheEnd(TopicPartition partition) {
    Timeline told =
        about(
            partition,
            step -> step.kind() == StepKind.COMMITTED && step.to() > 0,
            "nothing was committed before stop()");
    return isMarked(told)
        ? told
        : about(
            partition, step -> step.kind() == StepKind.STOPPED, "nothing was committed by then");
  }

  /**
   * Marks the step that shows that events were skipped: the first commit or event after them, or
   * else the last step before they were due.
   *
   * @param missing those that were never handled, oldest first
   */
  public Timeline passedOver(List<PublishedEvent> missing) {
    PublishedEvent first = missing.get(0);
    String why = neverHandled(missing);
    Timeline told = about(first.partition(), step -> isBehind(step, first.offset()), why);
    if (isMarked(told)) {
      return told;
    }
    Timeline bare = of(first.partition());
    List<Step> steps = new ArrayList<>(bare.steps());
    if (!steps.isEmpty()) {
      int last = steps.size() - 1;
      steps.set(last, new Moment(0, steps.get(last)).wrong("after that, " + why).step());
    }
    return new Timeline(steps);
  }

  private static boolean isBehind(Step step, long offset) {
    return (step.kind() == StepKind.COMMITTED && step.to() > offset)
        || (step.kind() == StepKind.HANDLED && step.from() > offset);
  }

  /** Says which events of the first one's partition were never handled. */
  private static String neverHandled(List<PublishedEvent> missing) {
    PublishedEvent first = missing.get(0);
    List<Long> offsets =
        missing.stream()
            .filter(event -> event.partition().equals(first.partition()))
            .map(PublishedEvent::offset)
            .sorted()
            .toList();
    long from = offsets.get(0);
    long to = offsets.get(offsets.size() - 1);
    if (from == to) {
      return from + " was never handled";
    }
    return to - from + 1 == offsets.size()
        ? String.format(Locale.ROOT, "%d to %d were never handled", from, to)
        : String.format(Locale.ROOT, "%d of %d to %d were never handled", offsets.size(), from, to);
  }

  /** Marks where an event was handled for the second time. */
  public Timeline handledTwice(PublishedEvent event) {
    AtomicInteger times = new AtomicInteger();
    return about(
        event.partition(),
        step ->
            step.kind() == StepKind.HANDLED
                && step.from() == event.offset()
                && times.incrementAndGet() == 2,
        event.offset() + " was already handled");
  }

  /** Marks where an actor handled an event that was handled before. */
  public Timeline handledAgain(PublishedEvent event, String actor) {
    return about(
        event.partition(),
        step ->
            step.kind() == StepKind.HANDLED
                && step.actor().equals(actor)
                && step.from() == event.offset(),
        event.offset() + " was already handled");
  }

  /**
   * Marks where an actor handled events of a partition that another one handles too.
   *
   * @param from the first offset that only one of them should have handled
   */
  public Timeline handledByTwo(TopicPartition partition, long from, String actor, String other) {
    return about(
        partition,
        step ->
            step.kind() == StepKind.HANDLED && step.actor().equals(actor) && step.from() >= from,
        other + " handles events of this partition too");
  }

  private static boolean isMarked(Timeline timeline) {
    return timeline.steps().stream().anyMatch(step -> step.wrong() != null);
  }

  /** Describes one partition, and marks the first step that is wrong. */
  private Timeline about(TopicPartition partition, Predicate<Step> isWrong, String why) {
    List<Moment> moments =
        new ArrayList<>(
            lives.stream()
                .flatMap(life -> moments(life, partition.topic()))
                .filter(each -> isAbout(each.step(), partition))
                .sorted(Moment::compareTime)
                .toList());
    IntStream.range(0, moments.size())
        .filter(i -> isWrong.test(moments.get(i).step()))
        .findFirst()
        .ifPresent(i -> moments.set(i, moments.get(i).wrong(why)));
    return new Timeline(StepMerger.merge(moments));
  }

  private Stream<Moment> moments(Life life, String topic) {
    Stream<Moment> all = life.moments(ledger, topic);
    return members ? Stream.concat(all, life.membership()) : all;
  }

  private static boolean isAbout(Step step, TopicPartition partition) {
    return step.partition() < 0 || step.partition() == partition.partition();
  }
}
