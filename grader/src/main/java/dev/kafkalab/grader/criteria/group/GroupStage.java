package dev.kafkalab.grader.criteria.group;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.api.TopicSetup;
import dev.kafkalab.grader.criteria.stage.ConsumerFeedback;
import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.Chronicle;
import dev.kafkalab.grader.criteria.trace.Exhibits;
import dev.kafkalab.grader.evidence.LabGroup;
import dev.kafkalab.grader.evidence.LabGroup.Member;
import dev.kafkalab.grader.feedback.Exhibit.Owners;
import dev.kafkalab.grader.feedback.Exhibit.Phase;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.tap.note.JoinNote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** A stage with several of the student's consumers in one group, each in its own JVM. */
final class GroupStage {

  /**
   * A classic member learns of another one at its next heartbeat, which a student may have set to
   * some seconds, and a cooperative assignor needs two rounds: heartbeat.interval.ms in
   * ConsumerConfig, KIP-429.
   */
  private static final Duration REBALANCE = Duration.ofSeconds(10);

  /** The longest pause between heartbeats that the lab allows. */
  private static final Duration SLOWEST_HEARTBEAT = Duration.ofSeconds(20);

  /** Kafka's own pause is longer, but then most code is in the handler all the while. */
  private static final Duration USUAL = Duration.ofSeconds(1);

  private static final int ROUNDS = 2;
  private static final int HEARTBEATS = 3;

  private final Stage stage;
  private final ConsumerStage consumer;

  /** All members in the order of their start, including those that are gone. */
  private final List<StudentRun> all = new ArrayList<>();

  private final List<StudentRun> living = new ArrayList<>();
  private final List<Phase> phases = new ArrayList<>();

  GroupStage(Stage stage) {
    this.stage = stage;
    this.consumer = ConsumerStage.on(stage);
  }

  ConsumerStage consumer() {
    return consumer;
  }

  List<StudentRun> all() {
    return List.copyOf(all);
  }

  List<StudentRun> living() {
    return List.copyOf(living);
  }

  /** Starts one more member. */
  StudentRun start() {
    StudentRun run = stage.newRun(consumer.topic());
    run.startConsumer();
    add(run);
    return run;
  }

  /** Starts what asks to become a member, and lets nobody hear of it until it is let in. */
  StudentRun startAtTheDoor() {
    StudentRun run = stage.newRun(consumer.topic());
    run.tap().stallAt(note -> note instanceof JoinNote);
    run.startConsumer();
    stage.await(
        "the next member to ask",
        stage.patience().call(),
        () -> run.joinedGroup().isPresent(),
        run);
    return run;
  }

  /** Passes on what it asks. */
  void letIn(StudentRun run) {
    run.tap().resume();
    add(run);
  }

  private void add(StudentRun run) {
    all.add(run);
    living.add(run);
  }

  /** Returns a run's name in reports. */
  String nameOf(StudentRun run) {
    return "member " + (all.indexOf(run) + 1);
  }

  /** Notes who owns which partition now, to be shown. */
  void notePhase(String event) {
    phases.add(Exhibits.phase(event, group().stableMembers(), this::nameOfMember));
  }

  /** Shows who owned which partition. */
  void show() {
    stage.show(new Owners(phases));
  }

  private String nameOfMember(String memberId) {
    return all.stream()
        .filter(run -> run.memberId().filter(memberId::equals).isPresent())
        .findFirst()
        .map(this::nameOf)
        .orElse("another member");
  }

  /** Says that a run is no longer a member. */
  void remove(StudentRun run) {
    living.remove(run);
  }

  /** Describes what happened to the events, member by member. */
  Chronicle chronicle() {
    return Chronicle.ofMembers(
        consumer.ledger(), all.stream().map(run -> run.life(nameOf(run))).toList());
  }

  LabGroup group() {
    return stage.group(all.get(0).groupId());
  }

  /** Waits until the members are known to read and to be in one group. */
  void awaitMembership() {
    consumer.awaitFirstSigns(living);
    StudentRun reading =
        living.stream().filter(run -> !run.calls().isEmpty()).findFirst().orElse(living.get(0));
    // A consumer joins its group before it reads: one that has not joined by then never will.
    expect(reading.joinedGroup().isPresent(), () -> ConsumerFeedback.noMember(reading.lines()));
    await("all to join", () -> living.stream().allMatch(run -> run.joinedGroup().isPresent()));
    Set<String> groups =
        living.stream().map(StudentRun::groupId).collect(Collectors.toCollection(TreeSet::new));
    if (groups.size() > 1) {
      throw CriterionEnded.blocked(
          CriterionId.CONSUMER_RESUMES, GroupFeedback.differentGroups(groups, reading.lines()));
    }
  }

  /** Waits until each partition has one owner, and as many members as can own one. */
  boolean awaitShared() {
    LabGroup group = group();
    return await("members with partitions", () -> isShared(group.stableMembers()));
  }

  private boolean isShared(List<Member> members) {
    List<TopicPartition> owned =
        members.stream().flatMap(member -> member.partitions().stream()).toList();
    return members.size() == living.size()
        && members.stream().filter(member -> !member.partitions().isEmpty()).count()
            == Math.min(members.size(), TopicSetup.PARTITIONS)
        && owned.size() == consumer.topic().partitions().size()
        && owned.containsAll(consumer.topic().partitions());
  }

  /** Waits as long as a rebalance may take, and fails where a living member has. */
  boolean await(String what, BooleanSupplier condition) {
    return stage.await(
        what,
        stage.patience().call().plus(rebalance()),
        condition,
        living.toArray(StudentRun[]::new));
  }

  /** Waits for a rebalance, and then as long as the members go on handling what was published. */
  boolean awaitHandling(String what, BooleanSupplier condition) {
    StudentRun[] needed = living.toArray(StudentRun[]::new);
    int calls = ConsumerStage.callsOf(all).size();
    BooleanSupplier moved = () -> ConsumerStage.callsOf(all).size() > calls;
    await("the first of " + what, () -> moved.getAsBoolean() || condition.getAsBoolean());
    return consumer.awaitHandling(what, all, condition, needed);
  }

  /** A slow heartbeat lengthens what only a slow one needs. */
  private Duration rebalance() {
    Duration rounds = slowestHeartbeat(SLOWEST_HEARTBEAT).multipliedBy(ROUNDS);
    return Collections.max(List.of(REBALANCE, rounds));
  }

  /**
   * Waits until one of these members has heard of a rebalance: the answer to a heartbeat tells it.
   * In the consumer protocol it tells only whose partitions change, so some heartbeats will do.
   *
   * @param told what they had been told before it
   * @param condition ends the wait early
   */
  void awaitLearnt(Map<StudentRun, Long> told, BooleanSupplier condition) {
    Map<StudentRun, Long> before = new HashMap<>();
    told.keySet().forEach(run -> before.put(run, run.tap().heartbeats()));
    stage.await(
        "a member that knows of it",
        stage.patience().call().plus(slowestHeartbeat(USUAL).multipliedBy(HEARTBEATS)),
        () ->
            condition.getAsBoolean()
                || told.keySet().stream()
                    .anyMatch(
                        run ->
                            run.tap().rebalancesTold() > told.getOrDefault(run, 0L)
                                || run.tap().heartbeats()
                                    >= before.getOrDefault(run, 0L) + HEARTBEATS));
  }

  private Duration slowestHeartbeat(Duration atMost) {
    Duration slowest =
        living.stream()
            .map(run -> run.lines().setting(run.groupId(), "heartbeat.interval.ms"))
            .flatMap(Optional::stream)
            .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    return Collections.min(List.of(slowest, atMost));
  }
}
