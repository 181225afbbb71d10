package dev.kafkalab.grader.criteria.group;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.api.TopicSetup;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.stage.Conditions;
import dev.kafkalab.grader.criteria.stage.ConsumerFeedback;
import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.RunReturned;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.CommitAudit;
import dev.kafkalab.grader.evidence.EventIdentity;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.studentvm.Hold;
import dev.kafkalab.grader.studentvm.StudentFailure;
import dev.kafkalab.grader.tap.note.JoinNote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;

/**
 * Judges what happens to partitions and events when members join and leave, each time while members
 * are in the middle of a batch.
 */
final class RebalanceJudge {

  /** Points if a join and an orderly leave cost nothing, but a kill does. */
  private static final int JOIN_AND_LEAVE = 2;

  /** In this order each partition's turn comes before and after that of each other one. */
  private static final List<Integer> IN_TURN = List.of(0, 1, 2, 0, 1);

  private static final int BACKLOG = 12;
  private static final int MIDDLE = 4;
  private static final int BRIEFS = 2;

  private final Stage stage;
  private final GroupStage group;
  private final ConsumerStage consumer;
  private final List<StudentRun> killed = new ArrayList<>();

  RebalanceJudge(Stage stage) {
    this.stage = stage;
    this.group = new GroupStage(stage);
    this.consumer = group.consumer();
  }

  void judge() {
    requireTwoMembers();
    group.notePhase("two members");
    try {
      join();
      joinInMidBatch();
      expectCommitsToStay();
      leave();
      kill();
    } catch (StudentFailure.Threw | StudentFailure.JvmEnded | RunReturned e) {
      throw CriterionEnded.failed(RebalanceFeedback.ended(e));
    } finally {
      group.show();
    }
  }

  /** Another criterion judges how two members share the partitions. */
  private void requireTwoMembers() {
    try {
      Conditions.requires(
          CriterionId.GROUP_DISTRIBUTION,
          () -> {
            group.start();
            group.start();
            group.awaitMembership();
            expect(
                group.awaitShared(), () -> GroupFeedback.notShared(group.group().stableMembers()));
          });
    } catch (CriterionEnded e) {
      throw e.blockedBy(CriterionId.GROUP_DISTRIBUTION);
    }
  }

  /** Members that are busy, but in no long batch, hand over their partitions. */
  private void join() {
    StudentRun third = group.start();
    group.await(
        "the third member to ask",
        () -> {
          keepBusy();
          return third.joinedGroup().isPresent();
        });
    expectTakenOver("A third member joined", 0);
  }

  /** Publishes to each partition, where everything was handled. */
  private void keepBusy() {
    if (lost(consumer.ledger().published()).isEmpty()) {
      for (int partition = 0; partition < TopicSetup.PARTITIONS; partition++) {
        consumer.publishTo(partition, 1);
      }
    }
  }

  /** Members in mid-batch hand over their partitions to one more than there are partitions. */
  private void joinInMidBatch() {
    StudentRun fourth = group.startAtTheDoor();
    awaitCommitted();
    Map<StudentRun, Hold> held = holdInMidBatch();
    awaitHeld(held, held.size());
    long heldAt = System.nanoTime();
    Map<StudentRun, Long> joins = new HashMap<>();
    Map<StudentRun, Long> told = new HashMap<>();
    for (StudentRun run : held.keySet()) {
      joins.put(run, joins(run));
      told.put(run, run.tap().rebalancesTold());
    }
    group.letIn(fourth);
    // A member whose handler has a thread of its own takes part while it is held.
    BooleanSupplier takePart =
        () -> joins.entrySet().stream().anyMatch(each -> joins(each.getKey()) > each.getValue());
    group.awaitLearnt(told, takePart);
    long learntAt = System.nanoTime();
    // By a wall clock: that of a member which commits by one goes on, too.
    stage.await(
        "a member that takes part, or events that are old enough",
        margin(),
        () ->
            takePart.getAsBoolean()
                || (isOver(learntAt, stage.patience().brief()) && isOver(heldAt, margin())));
    letGo(held);
    expectTakenOver("A fourth member joined", 0);
  }

  /**
   * Waits until all that was handled is committed: whoever commits by a clock has just done so, and
   * will not do it again before the partitions are taken.
   */
  private void awaitCommitted() {
    stage.await(
        "a commit of all that was handled",
        stage.patience().toCommit(),
        () -> {
          Offsets committed = group.group().committed();
          return consumer.ledger().published().stream()
              .allMatch(event -> committed.of(event.partition(), 0L) > event.offset());
        });
  }

  /** Who has not committed for so long after a handler returned, did not mean to. */
  private Duration margin() {
    return stage.patience().brief().multipliedBy(BRIEFS);
  }

  private static boolean isOver(long since, Duration time) {
    return System.nanoTime() - since > time.toNanos();
  }

  private static long joins(StudentRun run) {
    return run.tap().notes(JoinNote.class).size();
  }

  private void leave() {
    Map<StudentRun, Hold> held = holdInMidBatch();
    StudentRun first = awaitHeld(held, TopicSetup.PARTITIONS);
    first.stopConsumer();
    letGo(held);
    try {
      consumer.awaitReturn(first);
    } catch (StudentFailure.DidNotReturn e) {
      throw CriterionEnded.blocked(
          CriterionId.CONSUMER_RESUMES, ConsumerFeedback.stopIgnored(e, first.lines()));
    }
    group.remove(first);
    if (!first.hasLeft()) {
      throw CriterionEnded.blocked(
          CriterionId.CONSUMER_SHUTDOWN, RebalanceFeedback.neverLeft(first.lines()));
    }
    expectTakenOver("A member was stopped", 0);
  }

  private void kill() {
    Map<StudentRun, Hold> held = holdInMidBatch();
    StudentRun victim = awaitHeld(held, 1);
    victim.kill();
    killed.add(victim);
    group.remove(victim);
    victim.memberId().ifPresent(id -> group.group().removeDead(id));
    held.remove(victim); // to let go of it would count its event as handled
    letGo(held);
    expectTakenOver("A member was killed", JOIN_AND_LEAVE);
  }

  /**
   * Has the members commit in turn: who still knows the offset of a partition that was given away
   * takes back what its owner has committed since. Members that commit later than at once are not
   * waited for.
   */
  private void expectCommitsToStay() {
    Offsets reached = Offsets.NONE;
    for (int number : IN_TURN) {
      PublishedEvent one = consumer.publishTo(number, 1).get(0);
      group.awaitHandling("one event more", () -> lost(List.of(one)).isEmpty());
      TopicPartition partition = one.partition();
      if (!stage.await(
          "its commit",
          stage.patience().brief(),
          () -> group.group().committed().of(partition, 0L) > one.offset())) {
        return;
      }
      Offsets committed = group.group().committed();
      Offsets before = reached;
      before.byPartition().keySet().stream()
          .filter(other -> committed.of(other, 0L) < before.of(other, 0L))
          .findFirst()
          .ifPresent(
              back -> {
                throw CriterionEnded.failed(
                    RebalanceFeedback.takenBack(back, before.of(back, 0L), committed.of(back, 0L)),
                    JOIN_AND_LEAVE);
              });
      reached = reached.then(committed);
    }
  }

  /** Publishes to each partition, and holds one event in the middle for each living member. */
  private Map<StudentRun, Hold> holdInMidBatch() {
    List<UserEvent> middle = new ArrayList<>();
    List<List<UserEvent>> backlogs = new ArrayList<>();
    for (int partition = 0; partition < TopicSetup.PARTITIONS; partition++) {
      List<UserEvent> events = consumer.newEvents(BACKLOG);
      backlogs.add(events);
      middle.add(events.get(MIDDLE));
    }
    Map<StudentRun, Hold> held = new LinkedHashMap<>();
    for (StudentRun run : group.living()) {
      held.put(run, run.gate().holdNext(call -> isAboutOneOf(call, middle)));
    }
    for (int partition = 0; partition < TopicSetup.PARTITIONS; partition++) {
      consumer.publishTo(partition, backlogs.get(partition));
    }
    return held;
  }

  private static boolean isAboutOneOf(HandlerCall call, List<UserEvent> events) {
    return events.stream().anyMatch(event -> EventIdentity.isAbout(call, event));
  }

  /** Waits until that many members are in the handler; returns one of them. */
  private StudentRun awaitHeld(Map<StudentRun, Hold> held, int members) {
    boolean stand =
        group.awaitHandling("members in mid-batch", () -> standing(held).size() >= members);
    if (!stand) {
      throw CriterionEnded.blocked(
          CriterionId.CONSUMER_DISPATCHES, consumer.stoppedHandling(group.living().get(0)));
    }
    return standing(held).get(0);
  }

  private static List<StudentRun> standing(Map<StudentRun, Hold> held) {
    return held.entrySet().stream()
        .filter(entry -> entry.getValue().taken().isPresent())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void letGo(Map<StudentRun, Hold> held) {
    held.values().forEach(hold -> hold.letGo(Answer.PROCEED));
  }

  private void expectTakenOver(String change, int earned) {
    expect(
        group.awaitShared(),
        earned,
        () ->
            RebalanceFeedback.notShared(
                change, group.living().size(), group.group().stableMembers()));
    group.notePhase(change);
    // An event after the backlog in its partition shows that nothing of it is still to come.
    List<PublishedEvent> behind = new ArrayList<>();
    for (int partition = 0; partition < TopicSetup.PARTITIONS; partition++) {
      behind.addAll(consumer.publishTo(partition, 1));
    }
    group.awaitHandling("the last event of each partition", () -> lost(behind).isEmpty());
    List<PublishedEvent> published = consumer.ledger().published();
    stage.await("the rest", stage.patience().brief(), () -> lost(published).isEmpty());
    List<PublishedEvent> lost = lost(published);
    if (lost.isEmpty()) {
      expectGoodCommits(change);
      return;
    }
    Feedback feedback = lostWith(change, lost).with(group.chronicle().passedOver(lost));
    if (committer(lost.get(0)).isPresent()) {
      throw CriterionEnded.blocked(CriterionId.CONSUMER_MANUAL_COMMIT, feedback);
    }
    throw CriterionEnded.failed(feedback, earned);
  }

  /** Nobody commits what was not handled, and nobody hands over what is not committed. */
  private void expectGoodCommits(String change) {
    CommitAudit audit = consumer.audit(group.all().toArray(StudentRun[]::new));
    for (StudentRun run : group.all()) {
      audit
          .firstTooEarly(run.commitHistory().commits())
          .ifPresent(
              commit -> {
                throw CriterionEnded.blocked(
                    CriterionId.CONSUMER_MANUAL_COMMIT,
                    RebalanceFeedback.tooEarly(
                            change, group.nameOf(run), commit, run.commitHistory())
                        .with(group.chronicle().committedTooEarly(commit)));
              });
    }
    List<StudentRun> orderly = new ArrayList<>(group.all());
    orderly.removeAll(killed);
    List<PublishedEvent> again = new Repeats(consumer, margin()).find(group.all(), orderly);
    expect(
        again.isEmpty(),
        JOIN_AND_LEAVE,
        () ->
            RebalanceFeedback.repeated(change, again)
                .with(group.chronicle().handledTwice(again.get(0))));
  }

  private List<PublishedEvent> lost(List<PublishedEvent> events) {
    return consumer.ledger().part(events).missing(ConsumerStage.answeredCallsOf(group.all()));
  }

  /** Names the member that committed past the first event that nobody handled. */
  private Feedback lostWith(String change, List<PublishedEvent> lost) {
    return committer(lost.get(0))
        .map(run -> RebalanceFeedback.lost(change, lost, group.nameOf(run), run.commitHistory()))
        .orElseGet(() -> RebalanceFeedback.lost(change, lost));
  }

  /** Returns the member that committed past an event that nobody handled. */
  private Optional<StudentRun> committer(PublishedEvent event) {
    return group.all().stream()
        .filter(run -> run.highestCommit(event.partition()) > event.offset())
        .findFirst();
  }
}
