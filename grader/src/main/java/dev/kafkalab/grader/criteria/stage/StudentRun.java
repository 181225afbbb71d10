package dev.kafkalab.grader.criteria.stage;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.grader.criteria.trace.CommitHistory;
import dev.kafkalab.grader.criteria.trace.ConsumerTrace;
import dev.kafkalab.grader.criteria.trace.Life;
import dev.kafkalab.grader.criteria.trace.Lines;
import dev.kafkalab.grader.criteria.trace.Moment;
import dev.kafkalab.grader.criteria.trace.ProducerTrace;
import dev.kafkalab.grader.criteria.trace.UsageSummary;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.feedback.Timeline.StepKind;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.studentvm.CloseEach;
import dev.kafkalab.grader.studentvm.DeliveryReport;
import dev.kafkalab.grader.studentvm.Gate;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.studentvm.JvmEnd;
import dev.kafkalab.grader.studentvm.PendingCall;
import dev.kafkalab.grader.studentvm.StudentFailure;
import dev.kafkalab.grader.studentvm.StudentJvm;
import dev.kafkalab.grader.studentvm.StudentParts;
import dev.kafkalab.grader.studentvm.recorder.ClientNotes;
import dev.kafkalab.grader.tap.Tap;
import dev.kafkalab.grader.tap.fence.Fence;
import dev.kafkalab.grader.tap.note.CommitNote;
import dev.kafkalab.grader.tap.note.HeartbeatNote;
import dev.kafkalab.grader.tap.note.JoinNote;
import dev.kafkalab.grader.tap.note.LeaveNote;
import dev.kafkalab.grader.tap.note.TopicAskedNote;
import dev.kafkalab.grader.wire.ClientKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One life of the student's code: a JVM, and the tap that is the only way from there to the broker.
 */
public final class StudentRun implements StudentProcess {

  private static final Duration LEAVING = Duration.ofSeconds(10);

  /** How often to check a run() that has not asked the broker for anything. */
  private static final Duration LOOK = Duration.ofMillis(500);

  private final StudentJvm jvm;
  private final Tap tap;
  private final LabSettings settings;
  private final BaseProperties base;
  private final StudentParts parts;
  private final boolean alone;
  private final Duration patience;
  private @Nullable PendingCall consuming;
  private long lookedAt;
  private boolean stopAsked;

  /** What the grader did to this run. */
  private final List<Moment> acts = new ArrayList<>();

  private StudentRun(
      StudentJvm jvm,
      Tap tap,
      LabSettings settings,
      BaseProperties base,
      Patience patience,
      boolean alone) {
    this.jvm = jvm;
    this.tap = tap;
    this.settings = settings;
    this.base = base;
    this.parts = new StudentParts(jvm, settings, patience.call());
    this.patience = patience.call();
    this.alone = alone;
  }

  static StudentRun start(
      GradingContext context,
      Fence fence,
      LabTopic topic,
      BaseProperties base,
      @Nullable Path configFile,
      boolean alone) {
    return start(
        context,
        fence,
        context.jvms().get(),
        topic,
        deadLetterTopicOf(topic),
        base,
        configFile,
        alone);
  }

  /** Starts with a dead-letter topic whose name does not follow from that of the topic. */
  static StudentRun withLetters(
      GradingContext context,
      Fence fence,
      LabTopic topic,
      LabTopic letters,
      BaseProperties base,
      boolean alone) {
    return start(context, fence, context.jvms().get(), topic, letters.name(), base, null, alone);
  }

  /** Starts in the JVM of another run: only what can harm no more than itself may share one. */
  static StudentRun beside(
      StudentRun other, GradingContext context, Fence fence, LabTopic topic, BaseProperties base) {
    return start(
        context, fence, other.jvm, topic, deadLetterTopicOf(topic), base, null, other.alone);
  }

  private static StudentRun start(
      GradingContext context,
      Fence fence,
      StudentJvm jvm,
      LabTopic topic,
      String letters,
      BaseProperties base,
      @Nullable Path configFile,
      boolean alone) {
    Tap tap = Tap.inFrontOf(context.bootstrapServers(), jvm.ports(), fence);
    Map<String, String> properties = new HashMap<>(base.values());
    properties.put("bootstrap.servers", tap.address());
    LabSettings settings =
        new LabSettings(topic.name(), letters, topic.name() + "-group", properties, configFile);
    return new StudentRun(jvm, tap, settings, base, context.patience(), alone);
  }

  static String deadLetterTopicOf(LabTopic topic) {
    return topic.name() + "-dead-letter";
  }

  public StudentParts parts() {
    return parts;
  }

  public Tap tap() {
    return tap;
  }

  public Gate gate() {
    return jvm.gate();
  }

  public List<HandlerCall> calls() {
    return parts.handlerCalls();
  }

  /** Returns the student's lines that use Kafka's clients. */
  public Lines lines() {
    return new Lines(jvm.clientNotes());
  }

  /** Returns what the grader did to this run, oldest first. */
  List<Moment> acts() {
    return List.copyOf(acts);
  }

  /** Returns the calls of its producer's delivery listener so far, oldest first. */
  public List<DeliveryReport> deliveryReports() {
    return jvm.deliveryReports().stream().filter(parts::isOfProducer).toList();
  }

  /** Returns what it printed so far. */
  public List<String> output() {
    return jvm.output();
  }

  /** Returns what was noted of Kafka's clients so far, to be asked for lines. */
  public ClientNotes clientNotes() {
    return jvm.clientNotes();
  }

  /**
   * Fails where a client of this kind was made without the lab's properties; needs a JVM that no
   * other run has used so far.
   *
   * @param earned the points for all else
   */
  public void expectLabProperties(ClientKind kind, int earned) {
    base.missingAt(clientNotes().made().stream().filter(made -> made.kind() == kind).toList())
        .ifPresent(
            feedback -> {
              throw CriterionEnded.failed(feedback, earned);
            });
  }

  @Override
  public UsageSummary.Seen seen() {
    return new UsageSummary.Seen(
        clientNotes(),
        settings.groupId(),
        (int) calls().stream().filter(HandlerCall::answered).count(),
        tap.notes(CommitNote.class).size());
  }

  public LabSettings settings() {
    return settings;
  }

  /** Returns the call of {@code run()}. */
  public PendingCall consuming() {
    return Objects.requireNonNull(consuming, "the consumer was not started");
  }

  /** Makes the consumer and lets it run; returns at once. */
  public PendingCall startConsumer() {
    acts.add(Moment.now(StepKind.STARTED));
    parts.openConsumer();
    return runConsumer();
  }

  /** Makes the consumer, does something else first, and lets it run; returns at once. */
  public PendingCall startConsumerAfter(Runnable somethingElse) {
    parts.openConsumer();
    somethingElse.run();
    acts.add(Moment.now(StepKind.STARTED));
    return runConsumer();
  }

  /** Makes the consumer, asks it to stop, and only then lets it run; returns at once. */
  public PendingCall startStoppedConsumer() {
    parts.openConsumer();
    stopConsumer();
    return runConsumer();
  }

  private PendingCall runConsumer() {
    consuming = parts.runConsumer();
    lookedAt = System.nanoTime();
    return consuming;
  }

  /** Asks the consumer to stop; from here on {@code run()} may return. */
  public void stopConsumer() {
    stopIsAsked();
    parts.stopConsumer();
  }

  /**
   * Does the same while the consumer is in {@code poll()}: between two of them nothing wakes up.
   */
  public void stopConsumerInPoll() {
    stopIsAsked();
    parts.stopConsumerInPoll();
  }

  private void stopIsAsked() {
    stopAsked = true;
    acts.add(Moment.now(StepKind.STOPPED));
  }

  @Override
  public String groupId() {
    return joinedGroup()
        .or(() -> tap.notes(CommitNote.class).stream().map(CommitNote::groupId).findFirst())
        .orElse(settings.groupId());
  }

  public Optional<String> joinedGroup() {
    return tap.notes(JoinNote.class).stream().map(JoinNote::groupId).findFirst();
  }

  /** Returns the id under which the group knows this run; empty where it joined none. */
  public Optional<String> memberId() {
    return Stream.concat(
            tap.notes(JoinNote.class).stream().map(JoinNote::memberId),
            tap.notes(HeartbeatNote.class).stream().map(HeartbeatNote::memberId))
        .filter(id -> !id.isEmpty())
        .reduce((earlier, later) -> later);
  }

  public boolean hasLeft() {
    return !tap.notes(LeaveNote.class).isEmpty();
  }

  /** Returns a topic that was asked for by a name that this run was not given. */
  public Optional<String> foreignTopic() {
    return tap.notes(TopicAskedNote.class).stream()
        .map(TopicAskedNote::topic)
        .filter(name -> !name.equals(settings.topic()) && !name.equals(settings.deadLetterTopic()))
        .findFirst();
  }

  /** Returns what its consumer shows of itself so far. */
  public ConsumerTrace consumerTrace() {
    return new ConsumerTrace(
        settings.topic(), foreignTopic(), tap.fetches(), joinedGroup(), lines());
  }

  /** Returns what its producer was called for so far. */
  public ProducerTrace producerTrace() {
    return new ProducerTrace(clientNotes());
  }

  /** Returns what it has committed so far. */
  public CommitHistory commitHistory() {
    return new CommitHistory(lines(), joinedGroup(), tap.notes(CommitNote.class));
  }

  /**
   * Returns all that is known of it so far.
   *
   * @param actor its name in a timeline; empty where there is no other
   */
  public Life life(String actor) {
    return new Life(actor, acts(), calls(), tap.notes(), clientNotes());
  }

  /** Returns the highest offset that this run tried to commit; -1 where none. */
  public long highestCommit(TopicPartition partition) {
    return commitHistory().highest(partition);
  }

  /**
   * Fails if nothing more can come from this run.
   *
   * @throws dev.kafkalab.grader.studentvm.StudentFailure where its JVM is gone or {@code run()}
   *     threw
   * @throws RunReturned if {@code run()} returned although {@code stop()} had not been called
   * @throws NeedsToBeAlone where it joined a group that other criteria's runs may have joined too
   */
  public void check() {
    jvm.failIfEnded();
    PendingCall call = consuming;
    if (call != null && !call.ended()) {
      failIfSpinning(call);
    }
    if (call != null && call.ended()) {
      call.failIfThrew();
      if (!stopAsked) {
        throw new RunReturned(lines().poll());
      }
    }
    if (!alone && joinedForeignGroup()) {
      throw new NeedsToBeAlone();
    }
  }

  /** Code that computes without polling or asking the broker for anything will not start to. */
  private void failIfSpinning(PendingCall call) {
    long now = System.nanoTime();
    if (now - lookedAt < LOOK.toNanos()) {
      return;
    }
    lookedAt = now;
    // Code that polls without waiting also computes a lot, until the group assigns it something.
    if (!tap.notes().isEmpty() || clientNotes().firstPoll().isPresent()) {
      return;
    }
    call.failIfSpinning(patience);
  }

  boolean joinedForeignGroup() {
    return joinedGroup().filter(id -> !id.contains(settings.groupId())).isPresent();
  }

  /**
   * Has the consumer leave a group that other runs may be in too: a member that is killed, or
   * closed, while it joins is waited for by all who join after it, until its session ends.
   */
  private void leaveForeignGroup() {
    PendingCall call = consuming;
    if (alone || call == null || stopAsked || !joinedForeignGroup()) {
      return;
    }
    boolean unused =
        Patience.await(
            "the join to end", LEAVING, () -> tap.fetches() > 0 || call.ended(), () -> {});
    try {
      stopConsumer();
      call.await(LEAVING);
    } catch (StudentFailure e) {
      return; // it is killed anyway, and its verdict does not come from here
    }
  }

  @Override
  public boolean mayShareItsGroup() {
    return !alone && joinedForeignGroup();
  }

  @Override
  public Optional<JvmEnd> end() {
    return jvm.end();
  }

  /** Kills the JVM as {@code kill -9} does. */
  public void kill() {
    if (consuming != null && !consuming.ended()) {
      acts.add(Moment.now(StepKind.KILLED));
    }
    jvm.kill();
  }

  @Override
  public void close() {
    CloseEach.of(Stream.<Runnable>of(this::leaveForeignGroup, jvm::close, tap::close));
  }
}
