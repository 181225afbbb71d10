package dev.kafkalab.grader.criteria;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.studentvm.Gate;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.studentvm.PendingCall;
import dev.kafkalab.grader.studentvm.StudentFailure;
import dev.kafkalab.grader.studentvm.StudentJvm;
import dev.kafkalab.grader.studentvm.StudentParts;
import dev.kafkalab.grader.tap.CommitNote;
import dev.kafkalab.grader.tap.JoinNote;
import dev.kafkalab.grader.tap.Tap;
import dev.kafkalab.grader.tap.TopicAskedNote;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One life of the student's code: a JVM, and the tap that is the only way from there to the broker.
 */
final class StudentRun implements AutoCloseable {

  /**
   * What every client of the student starts from. None of it is asked for by the lab, and a
   * solution that overrides it is judged alike; it only makes what is right quick and what is wrong
   * visible.
   */
  private static final Map<String, String> BASE =
      Map.of(
          "fetch.max.wait.ms", "50",
          "enable.metrics.push", "false",
          // Auto-commit that was left on commits nothing by itself in an hour, and shows at close.
          "auto.commit.interval.ms", "3600000");

  private static final Duration LEAVING = Duration.ofSeconds(10);

  private final StudentJvm jvm;
  private final Tap tap;
  private final LabSettings settings;
  private final StudentParts parts;
  private final boolean alone;
  private @Nullable PendingCall consuming;
  private boolean stopAsked;

  private StudentRun(
      StudentJvm jvm, Tap tap, LabSettings settings, Patience patience, boolean alone) {
    this.jvm = jvm;
    this.tap = tap;
    this.settings = settings;
    this.parts = new StudentParts(jvm, settings, patience.call());
    this.alone = alone;
  }

  static StudentRun start(Workbench bench, LabTopic topic, boolean alone) {
    return start(bench, bench.jvms().get(), topic, alone);
  }

  /** Starts in the JVM of another run: only what can harm no more than itself may share one. */
  static StudentRun beside(StudentRun other, Workbench bench, LabTopic topic) {
    return start(bench, other.jvm, topic, other.alone);
  }

  private static StudentRun start(Workbench bench, StudentJvm jvm, LabTopic topic, boolean alone) {
    Tap tap = Tap.inFrontOf(bench.bootstrapServers());
    Map<String, String> properties = new HashMap<>(BASE);
    properties.put("bootstrap.servers", tap.address());
    String name = topic.name();
    LabSettings settings =
        new LabSettings(name, name + "-dead-letter", name + "-group", properties, null);
    return new StudentRun(jvm, tap, settings, bench.patience(), alone);
  }

  StudentParts parts() {
    return parts;
  }

  Tap tap() {
    return tap;
  }

  Gate gate() {
    return jvm.gate();
  }

  List<HandlerCall> calls() {
    return jvm.gate().calls();
  }

  LabSettings settings() {
    return settings;
  }

  /** Returns the call of {@code run()}. */
  PendingCall consuming() {
    return Objects.requireNonNull(consuming, "the consumer was not started");
  }

  /** Makes the consumer and lets it run; returns at once. */
  PendingCall startConsumer() {
    consuming = parts.startConsumer();
    return consuming;
  }

  /** Asks the consumer to stop; from here on {@code run()} may return. */
  void stopConsumer() {
    stopAsked = true;
    parts.stopConsumer();
  }

  /**
   * Returns the group that the student's code really uses; the one it was given while it has used
   * none.
   */
  String groupId() {
    return joinedGroup()
        .or(() -> tap.notes(CommitNote.class).stream().map(CommitNote::groupId).findFirst())
        .orElse(settings.groupId());
  }

  Optional<String> joinedGroup() {
    return tap.notes(JoinNote.class).stream().map(JoinNote::groupId).findFirst();
  }

  /**
   * Returns a topic that the student's code asked the broker for by a name that it was not given.
   */
  Optional<String> foreignTopic() {
    return tap.notes(TopicAskedNote.class).stream()
        .map(TopicAskedNote::topic)
        .filter(name -> !name.equals(settings.topic()) && !name.equals(settings.deadLetterTopic()))
        .findFirst();
  }

  /**
   * Fails where nothing more can come from this run.
   *
   * @throws dev.kafkalab.grader.studentvm.StudentFailure where its JVM is gone or {@code run()}
   *     threw
   * @throws RunReturned where {@code run()} returned and nobody had asked it to
   * @throws NeedsToBeAlone where it joined a group that other criteria's runs may have joined too
   */
  void check() {
    jvm.failIfEnded();
    PendingCall call = consuming;
    if (call != null && call.ended()) {
      call.failIfThrew();
      if (!stopAsked) {
        throw new RunReturned();
      }
    }
    if (!alone && joinedForeignGroup()) {
      throw new NeedsToBeAlone();
    }
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
      return; // it is killed all the same, and its verdict does not come from here
    }
  }

  /** Kills the JVM as {@code kill -9} does. */
  void kill() {
    jvm.kill();
  }

  @Override
  public void close() {
    leaveForeignGroup();
    jvm.close();
    tap.close();
  }
}
