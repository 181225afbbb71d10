package dev.kafkalab.grader.criteria;

import dev.kafkalab.grader.evidence.CommitJournal;
import dev.kafkalab.grader.evidence.EventGenerator;
import dev.kafkalab.grader.evidence.LabGroup;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Where one criterion makes the student's code act: a topic, a group, events and JVMs of its own.
 *
 * <p>Criteria share nothing, so they can run side by side, and one alone gives the verdict that it
 * gives among all.
 */
public final class Stage implements AutoCloseable {

  /** A criterion that is judged again must not meet what it left in a topic before. */
  private static final AtomicLong TOPICS = new AtomicLong();

  private final CriterionInfo criterion;
  private final Workbench bench;
  private final boolean alone;
  private final EventGenerator events;
  private final List<StudentRun> runs = new ArrayList<>();

  /**
   * Sets a stage.
   *
   * @param alone whether no other criterion runs meanwhile
   */
  public Stage(CriterionInfo criterion, Workbench bench, boolean alone) {
    this.criterion = criterion;
    this.bench = bench;
    this.alone = alone;
    this.events = new EventGenerator(bench.seed() ^ criterion.id().hashCode());
  }

  EventGenerator events() {
    return events;
  }

  Patience patience() {
    return bench.patience();
  }

  CommitJournal commitJournal() {
    return new CommitJournal(bench.clients());
  }

  /** Names another topic of this criterion's; it does not exist yet. */
  LabTopic newTopicName() {
    return new LabTopic(
        bench.clients(),
        "user-events-%s-%s-%d"
            .formatted(criterion.id(), bench.runName(), TOPICS.incrementAndGet()));
  }

  /** Creates another topic of this criterion's. */
  LabTopic newTopic() {
    LabTopic topic = newTopicName();
    topic.create();
    return topic;
  }

  /**
   * Starts the student's code in a JVM of its own, with this topic and the group that goes with it.
   */
  StudentRun newRun(LabTopic topic) {
    StudentRun run = StudentRun.start(bench, topic, alone);
    runs.add(run);
    return run;
  }

  /** Starts the student's code once more in the JVM of another run. */
  StudentRun newRunBeside(StudentRun other, LabTopic topic) {
    StudentRun run = StudentRun.beside(other, bench, topic);
    runs.add(run);
    return run;
  }

  LabGroup group(String id) {
    return new LabGroup(bench.clients(), id);
  }

  /**
   * Waits as long as a call may take.
   *
   * @return whether the condition holds
   * @throws dev.kafkalab.grader.studentvm.StudentFailure where a run that is needed for it has
   *     failed
   */
  boolean await(String what, BooleanSupplier condition, StudentRun... needed) {
    return await(what, patience().call(), condition, needed);
  }

  boolean await(String what, Duration bound, BooleanSupplier condition, StudentRun... needed) {
    return Patience.await(what, bound, condition, () -> List.of(needed).forEach(StudentRun::check));
  }

  /**
   * Ends every JVM; what their groups still hold is taken from them.
   *
   * <p>A group that other criteria's runs may be in is left alone: they are still members of it.
   */
  @Override
  public void close() {
    runs.forEach(StudentRun::close);
    runs.stream()
        .filter(run -> alone || !run.joinedForeignGroup())
        .map(StudentRun::groupId)
        .distinct()
        .forEach(id -> group(id).evictMembers());
  }
}
