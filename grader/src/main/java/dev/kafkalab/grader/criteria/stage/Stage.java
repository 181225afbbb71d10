package dev.kafkalab.grader.criteria.stage;

import dev.kafkalab.grader.clock.Deadline;
import dev.kafkalab.grader.criteria.trace.UsageSummary;
import dev.kafkalab.grader.evidence.AnswerKey;
import dev.kafkalab.grader.evidence.CommitJournal;
import dev.kafkalab.grader.evidence.EventGenerator;
import dev.kafkalab.grader.evidence.LabGroup;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.feedback.Exhibit;
import dev.kafkalab.grader.feedback.Exhibit.Story;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.KafkaUsage;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.studentvm.CloseEach;
import dev.kafkalab.grader.studentvm.JvmEnd;
import dev.kafkalab.grader.submission.answers.Answers;
import dev.kafkalab.grader.tap.fence.Fence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where one criterion makes the student's code act: a topic, a group, events and JVMs of its own.
 *
 * <p>Criteria share nothing, so they can run side by side, and one alone gives the verdict that it
 * gives among all.
 */
public final class Stage implements AutoCloseable {

  /** A criterion that is judged again must not meet what it left in a topic before. */
  private static final AtomicLong TOPICS = new AtomicLong();

  private static final int MOST_CALLS = 6;

  private final CriterionInfo criterion;
  private final GradingContext context;
  private final boolean alone;
  private final Names names;
  private final EventGenerator events;
  private final List<StudentProcess> processes = new ArrayList<>();
  private final List<Fact> observed = new ArrayList<>();
  private final List<Exhibit> exhibits = new ArrayList<>();
  private final List<Supplier<List<Story>>> stories = new ArrayList<>();

  /**
   * Sets a stage.
   *
   * @param alone whether no other criterion runs meanwhile
   */
  public Stage(CriterionInfo criterion, GradingContext context, boolean alone) {
    this.criterion = criterion;
    this.context = context;
    this.alone = alone;
    this.names = new Names(criterion.id(), context.runName());
    this.events = new EventGenerator(context.seed() ^ criterion.id().hashCode());
    context.waits().begin(criterion.id());
  }

  public EventGenerator events() {
    return events;
  }

  public Patience patience() {
    return context.patience();
  }

  public CommitJournal commitJournal() {
    return new CommitJournal(context.clients());
  }

  /** Names another topic of this criterion's; it does not exist yet. */
  public LabTopic newTopicName() {
    return new LabTopic(context.clients(), names.topic(TOPICS.incrementAndGet()));
  }

  /**
   * Returns what keeps the student's code from other criteria's and gradings' topics and groups.
   */
  public Fence fence() {
    return names.fence();
  }

  /** Creates another topic of this criterion's. */
  public LabTopic newTopic() {
    LabTopic topic = newTopicName();
    topic.create();
    return topic;
  }

  /**
   * Starts the student's code in a JVM of its own, with this topic and the group that goes with it.
   */
  public StudentRun newRun(LabTopic topic) {
    return add(
        StudentRun.start(context, fence(), topic, BaseProperties.drawnBy(events), null, alone));
  }

  /**
   * Does the same, with settings in a config file.
   *
   * @param fileSettings what is in the file
   */
  public StudentRun newRun(LabTopic topic, Map<String, String> fileSettings) {
    BaseProperties base = BaseProperties.drawnBy(events);
    return add(
        StudentRun.start(context, fence(), topic, base, writeConfigFile(fileSettings), alone));
  }

  private Path writeConfigFile(Map<String, String> settings) {
    // A properties file has comments, and more than one way to write a setting.
    List<String> lines = new ArrayList<>(List.of("# client settings", "! for all clients", ""));
    settings.forEach((name, value) -> lines.add("  " + name + " : " + value));
    return context.jvmSettings().confinement().share(".properties", lines);
  }

  /** Does the same, with a topic for malformed records whose name follows from nothing. */
  public StudentRun newRun(LabTopic topic, LabTopic letters) {
    return add(
        StudentRun.withLetters(
            context, fence(), topic, letters, BaseProperties.drawnBy(events), alone));
  }

  /** Creates a topic for malformed records whose name follows from nothing. */
  public LabTopic newLettersTopic() {
    LabTopic letters =
        new LabTopic(context.clients(), names.letters(TOPICS.addAndGet(1 + events.below(5))));
    letters.create();
    return letters;
  }

  /** Creates the topic for malformed records that goes with a topic. */
  public LabTopic newDeadLetterTopic(LabTopic topic) {
    LabTopic letters = deadLetterTopicOf(topic);
    letters.create();
    return letters;
  }

  /** Starts the student's code once more in the JVM of another run. */
  public StudentRun newRunBeside(StudentRun other, LabTopic topic) {
    return add(StudentRun.beside(other, context, fence(), topic, BaseProperties.drawnBy(events)));
  }

  /**
   * Does the same, with these settings among the lab's properties, and a name for the topic that
   * need not be one that Kafka allows.
   */
  public StudentRun newRunBeside(StudentRun other, String topic, Map<String, String> base) {
    LabTopic named = new LabTopic(context.clients(), topic);
    return add(StudentRun.beside(other, context, fence(), named, new BaseProperties(base)));
  }

  /** Takes in a process of the student's, which ends with the stage. */
  public <P extends StudentProcess> P add(P process) {
    processes.add(process);
    return process;
  }

  /** Names a group of this criterion's that nobody has used. */
  public String newGroupName() {
    return names.group(TOPICS.incrementAndGet());
  }

  /** Returns what the grading has ready. */
  public GradingContext context() {
    return context;
  }

  /** Returns whether no other criterion runs meanwhile. */
  public boolean isAlone() {
    return alone;
  }

  /** Names the topic of dead letters that goes with it. */
  public LabTopic deadLetterTopicOf(LabTopic topic) {
    return new LabTopic(context.clients(), StudentRun.deadLetterTopicOf(topic));
  }

  /** Returns what the student answered to the lab's questions. */
  public Answers answers() {
    return context.answers();
  }

  /** Makes the experiments that the questions are about. */
  public AnswerKey observeAnswers() {
    return AnswerKey.observe(context.clients(), newTopicName().name());
  }

  /** Notes what is worth telling however the criterion ends. */
  public void note(Fact fact) {
    observed.add(fact);
  }

  /** Returns what was noted, in its order. */
  public List<Fact> observed() {
    return List.copyOf(observed);
  }

  /** Returns what the student's code set that is no setting of Kafka's clients. */
  public List<Fact> misspelt() {
    return Misspelt.in(
        processes.stream().flatMap(each -> each.seen().notes().made().stream()).toList());
  }

  /** Shows what is worth looking at however the criterion ends. */
  public void show(Exhibit exhibit) {
    exhibits.add(exhibit);
  }

  /** Returns what was shown, in its order. */
  public List<Exhibit> exhibits() {
    return List.copyOf(exhibits);
  }

  /** Has stories told, as far as they have come, however the criterion ends. */
  public void tell(Supplier<List<Story>> stories) {
    this.stories.add(stories);
  }

  /** Returns the runs that were given a topic, in the order of their start. */
  public List<StudentRun> runsOn(LabTopic topic) {
    return processes.stream()
        .filter(StudentRun.class::isInstance)
        .map(StudentRun.class::cast)
        .filter(run -> run.settings().topic().equals(topic.name()))
        .toList();
  }

  /** Sums up how the student's code used Kafka so far. */
  public KafkaUsage usage() {
    return UsageSummary.of(
        processes.stream().map(StudentProcess::seen).toList(),
        stories.stream().flatMap(each -> each.get().stream()).toList());
  }

  public LabGroup group(String id) {
    return new LabGroup(context.clients(), id);
  }

  /**
   * Waits as long as a call may take.
   *
   * @return whether the condition holds
   * @throws dev.kafkalab.grader.studentvm.StudentFailure where a run that is needed for it has
   *     failed
   */
  public boolean await(String what, BooleanSupplier condition, StudentRun... needed) {
    return await(what, patience().call(), condition, needed);
  }

  public boolean await(
      String what, Duration bound, BooleanSupplier condition, StudentRun... needed) {
    context.waits().note(criterion.id(), what);
    return Patience.await(what, bound, condition, () -> List.of(needed).forEach(StudentRun::check));
  }

  /**
   * Waits as long as there is progress: the time that a call may take counts from the last of it. A
   * solution that does one thing after the other is as right as one that does all at once, and on a
   * machine with too much to do it takes many times as long.
   *
   * @param progress grows with it; no more than {@value #MOST_CALLS} times that long is waited in
   *     all
   * @return whether the condition holds
   */
  public boolean awaitMoving(
      String what, LongSupplier progress, BooleanSupplier condition, StudentRun... needed) {
    return awaitMoving(what, patience().call(), progress, condition, needed);
  }

  /** Does the same, for what may stand still for another time than a call may take. */
  public boolean awaitMoving(
      String what,
      Duration still,
      LongSupplier progress,
      BooleanSupplier condition,
      StudentRun... needed) {
    return awaitMoving(what, still, still.multipliedBy(MOST_CALLS), progress, condition, needed);
  }

  /**
   * Waits while events are handled one after the other: the lab gives each of them half a second.
   *
   * @param due how many are still to be handled
   * @return whether the condition holds
   */
  public boolean awaitHandling(
      String what, IntSupplier due, BooleanSupplier condition, StudentRun... needed) {
    return awaitMoving(
        what,
        patience().call(),
        patience().toHandle(due.getAsInt()),
        () -> -due.getAsInt(),
        condition,
        needed);
  }

  private boolean awaitMoving(
      String what,
      Duration still,
      Duration atMost,
      LongSupplier progress,
      BooleanSupplier condition,
      StudentRun... needed) {
    Progress seen = new Progress(still, progress);
    boolean unused =
        await(what, atMost, () -> condition.getAsBoolean() || seen.hasStopped(), needed);
    return condition.getAsBoolean();
  }

  /**
   * Waits while the broker is silent, for the same time on every machine.
   *
   * @return whether what should wait for the broker did not
   */
  public boolean awaitInSilence(
      String what, Duration silence, BooleanSupplier condition, StudentRun... needed) {
    return awaitByWallClock(what, patience().call(), silence, condition, needed);
  }

  /**
   * Waits while the wire is stalled, and never for longer than {@link Patience#SILENCE} by a wall
   * clock: the student's own timeouts run on one. A stall of a minute, on a machine with too much
   * to do, ended the commit of a transaction, which was then no fault of anybody's.
   *
   * @return whether the condition holds
   */
  public boolean awaitWhileStalled(
      String what, Duration bound, BooleanSupplier condition, StudentRun... needed) {
    return awaitByWallClock(what, bound, Patience.SILENCE, condition, needed);
  }

  private boolean awaitByWallClock(
      String what,
      Duration bound,
      Duration longest,
      BooleanSupplier condition,
      StudentRun... needed) {
    Deadline over = Deadline.in(longest);
    AtomicBoolean holds = new AtomicBoolean();
    boolean unused =
        await(
            what,
            bound,
            () -> {
              holds.set(condition.getAsBoolean());
              return holds.get() || over.waited().compareTo(longest) >= 0;
            },
            needed);
    return holds.get();
  }

  /**
   * Ends every JVM; what their groups still hold is taken from them.
   *
   * <p>A group that other criteria's runs may be in is left alone: they are still members of it.
   */
  @Override
  public void close() {
    context.waits().end(criterion.id());
    CloseEach.of(
        Stream.concat(
            processes.stream().<Runnable>map(each -> each::close),
            Stream.<Runnable>of(this::evictMembers)));
  }

  private void evictMembers() {
    processes.stream()
        .filter(process -> !process.mayShareItsGroup())
        .map(StudentProcess::groupId)
        .distinct()
        .filter(this::isMetAgain)
        .forEach(id -> group(id).evictMembers());
  }

  /**
   * Returns whether a process of the student's was killed, and not by the grader: a system that has
   * run out of memory does that, and says nothing of their code.
   */
  public boolean lostProcess() {
    return processes.stream()
        .map(StudentProcess::end)
        .flatMap(Optional::stream)
        .anyMatch(JvmEnd::isKilledByOthers);
  }

  /** What has a name of this grading's own is over with the broker that ends with it. */
  private boolean isMetAgain(String group) {
    return !context.endsWithGrading() || !group.contains(context.runName());
  }
}
