package dev.kafkalab.grader.criteria;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.grader.clock.Deadline;
import dev.kafkalab.grader.evidence.AnswerKey;
import dev.kafkalab.grader.evidence.CommitJournal;
import dev.kafkalab.grader.evidence.EventGenerator;
import dev.kafkalab.grader.evidence.LabGroup;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.feedback.Conduct;
import dev.kafkalab.grader.feedback.Exhibit;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.studentvm.CloseEach;
import dev.kafkalab.grader.studentvm.JvmEnd;
import dev.kafkalab.grader.submission.Answers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
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
  private final Workbench bench;
  private final boolean alone;
  private final EventGenerator events;
  private final List<StudentRun> runs = new ArrayList<>();
  private final List<AppRun> apps = new ArrayList<>();
  private final List<Fact> observed = new ArrayList<>();
  private final List<Exhibit> exhibits = new ArrayList<>();
  private final List<ConsumerStage> consumers = new ArrayList<>();

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
        String.format(
            Locale.ROOT,
            "user-events-%s-%s-%d",
            criterion.id(),
            bench.runName(),
            TOPICS.incrementAndGet()));
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
    StudentRun run = StudentRun.start(bench, topic, null, alone);
    runs.add(run);
    return run;
  }

  /**
   * Does the same, with settings in a config file.
   *
   * @param fileSettings what is in the file
   */
  StudentRun newRun(LabTopic topic, Map<String, String> fileSettings) {
    StudentRun run = StudentRun.start(bench, topic, writeConfigFile(fileSettings), alone);
    runs.add(run);
    return run;
  }

  private Path writeConfigFile(Map<String, String> settings) {
    List<String> lines =
        settings.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList();
    try {
      return Files.write(Files.createTempFile(bench.folder(), "client", ".properties"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException("The config file could not be written", e);
    }
  }

  /** Creates the topic for malformed records that goes with a topic. */
  LabTopic newDeadLetterTopic(LabTopic topic) {
    LabTopic letters = deadLetterTopicOf(topic);
    letters.create();
    return letters;
  }

  /** Starts the student's code once more in the JVM of another run. */
  StudentRun newRunBeside(StudentRun other, LabTopic topic) {
    StudentRun run = StudentRun.beside(other, bench, topic);
    runs.add(run);
    return run;
  }

  /** Starts the student's consumer program, with a group of its own. */
  AppRun newApp(LabTopic topic) {
    String group =
        String.format(
            Locale.ROOT, "%s-%s-%d", criterion.id(), bench.runName(), TOPICS.incrementAndGet());
    AppRun app = AppRun.start(bench, topic, group, alone);
    apps.add(app);
    return app;
  }

  /**
   * Names the topic for a program of the student's: the lab's own name where nobody else uses the
   * broker, so that a program that has it written down reads it too.
   */
  LabTopic programTopic() {
    return bench.isOurs()
        ? new LabTopic(bench.clients(), LabSettings.DEFAULT_TOPIC)
        : newTopicName();
  }

  /** Names the topic of dead letters that goes with it. */
  LabTopic deadLetterTopicOf(LabTopic topic) {
    return new LabTopic(bench.clients(), StudentRun.deadLetterTopicOf(topic));
  }

  /**
   * Returns whether two programs must not run at the same time: they would be in one group, or at
   * one debugger's port.
   */
  boolean oneProgramAtATime() {
    return alone || bench.jvmSettings().debug();
  }

  /** Returns what the student answered to the lab's questions. */
  Answers answers() {
    return bench.answers();
  }

  /** Makes the experiments that the questions are about. */
  AnswerKey observeAnswers() {
    return AnswerKey.observe(bench.clients(), newTopicName().name());
  }

  /** Notes what is worth telling however the criterion ends. */
  void note(Fact fact) {
    observed.add(fact);
  }

  /** Returns what was noted, in its order. */
  public List<Fact> observed() {
    return List.copyOf(observed);
  }

  /** Shows what is worth looking at however the criterion ends. */
  void show(Exhibit exhibit) {
    exhibits.add(exhibit);
  }

  /** Returns what was shown, in its order. */
  public List<Exhibit> exhibits() {
    return List.copyOf(exhibits);
  }

  /** Notes that a consumer is on this stage: its story is told however the criterion ends. */
  void add(ConsumerStage consumer) {
    consumers.add(consumer);
  }

  /** Returns the runs that were given a topic, in the order of their start. */
  List<StudentRun> runsOn(LabTopic topic) {
    return runs.stream().filter(run -> run.settings().topic().equals(topic.name())).toList();
  }

  /** Sums up how the student's code used Kafka so far. */
  public Conduct conduct() {
    return Conducts.of(
        Stream.concat(runs.stream().map(StudentRun::seen), apps.stream().map(AppRun::seen))
            .toList(),
        consumers.stream().flatMap(each -> each.stories().stream()).toList());
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
   * Waits as long as there is progress: the time that a call may take counts from the last of it. A
   * solution that does one thing after the other is as right as one that does all at once, and on a
   * machine with too much to do it takes many times as long.
   *
   * @param progress grows with it; no more than {@value #MOST_CALLS} times that long is waited in
   *     all
   * @return whether the condition holds
   */
  boolean awaitMoving(
      String what, LongSupplier progress, BooleanSupplier condition, StudentRun... needed) {
    Progress seen = new Progress(patience().call(), progress);
    boolean unused =
        await(
            what,
            patience().call().multipliedBy(MOST_CALLS),
            () -> condition.getAsBoolean() || seen.hasStopped(),
            needed);
    return condition.getAsBoolean();
  }

  /**
   * Waits while the broker is silent, for the same time on every machine.
   *
   * @return whether what should wait for the broker did not
   */
  boolean awaitInSilence(
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
  boolean awaitWhileStalled(
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
    CloseEach.of(
        Stream.of(
                runs.stream().<Runnable>map(run -> run::close),
                apps.stream().<Runnable>map(app -> app::close),
                Stream.<Runnable>of(this::evictMembers))
            .flatMap(each -> each));
  }

  private void evictMembers() {
    Stream.concat(
            apps.stream().map(AppRun::groupId),
            runs.stream()
                .filter(run -> alone || !run.joinedForeignGroup())
                .map(StudentRun::groupId))
        .distinct()
        .filter(this::isMetAgain)
        .forEach(id -> group(id).evictMembers());
  }

  /**
   * Returns whether a process of the student's was killed, and not by the grader: a system that has
   * run out of memory does that, and says nothing of their code.
   */
  public boolean lostProcess() {
    return Stream.concat(
            runs.stream().map(StudentRun::end), apps.stream().map(app -> app.app().end()))
        .flatMap(Optional::stream)
        .anyMatch(JvmEnd::isKilledByOthers);
  }

  /** What has a name of this grading's own is over with the broker that ends with it. */
  private boolean isMetAgain(String group) {
    return !bench.endsWithGrading() || !group.contains(bench.runName());
  }
}
