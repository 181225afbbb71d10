package dev.kafkalab.grader.criteria.program;

import dev.kafkalab.grader.criteria.stage.FailureFeedback;
import dev.kafkalab.grader.criteria.stage.GradingContext;
import dev.kafkalab.grader.criteria.stage.NeedsToBeAlone;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentProcess;
import dev.kafkalab.grader.criteria.trace.Lines;
import dev.kafkalab.grader.criteria.trace.UsageSummary;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.isolation.Cell;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.studentvm.CloseEach;
import dev.kafkalab.grader.studentvm.JvmEnd;
import dev.kafkalab.grader.studentvm.StudentApp;
import dev.kafkalab.grader.studentvm.StudentFailure;
import dev.kafkalab.grader.tap.Tap;
import dev.kafkalab.grader.tap.note.CommitNote;
import dev.kafkalab.grader.tap.note.JoinNote;
import dev.kafkalab.grader.tap.note.LeaveNote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One life of the student's consumer program, and the tap between it and the broker. */
final class ProgramRun implements StudentProcess {

  private static final String MAIN = "dev.kafkalab.lab.ConsumerApp";

  private final StudentApp app;
  private final Tap tap;
  private final LabTopic topic;
  private final String givenGroup;
  private final boolean alone;

  private ProgramRun(StudentApp app, Tap tap, LabTopic topic, String givenGroup, boolean alone) {
    this.app = app;
    this.tap = tap;
    this.topic = topic;
    this.givenGroup = givenGroup;
    this.alone = alone;
  }

  /** Starts it, with a group of its own, which ends with the stage. */
  static ProgramRun start(Stage stage, LabTopic topic) {
    GradingContext context = stage.context();
    String group = stage.newGroupName();
    Cell cell = context.jvmSettings().confinement().newCell();
    Tap tap = Tap.inFrontOf(context.bootstrapServers(), cell.ports(), stage.fence());
    List<String> arguments = List.of(tap.address(), group);
    StudentApp app = StudentApp.start(context.jvmSettings(), cell, MAIN, arguments, topic.name());
    return stage.add(new ProgramRun(app, tap, topic, group, stage.isAlone()));
  }

  /**
   * Returns whether two programs must not run at the same time: they would be in one group, or at
   * one debugger's port.
   */
  static boolean isOneAtATime(Stage stage) {
    return stage.isAlone() || stage.context().jvmSettings().debug();
  }

  StudentApp app() {
    return app;
  }

  /** Returns the student's lines that use Kafka's clients. */
  Lines lines() {
    return new Lines(app.clientNotes());
  }

  @Override
  public UsageSummary.Seen seen() {
    return new UsageSummary.Seen(
        app.clientNotes(), givenGroup, 0, tap.notes(CommitNote.class).size());
  }

  Tap tap() {
    return tap;
  }

  String givenGroup() {
    return givenGroup;
  }

  /** A program that is in another group than its own is judged alone. */
  @Override
  public boolean mayShareItsGroup() {
    return false;
  }

  @Override
  public Optional<JvmEnd> end() {
    return app.end();
  }

  @Override
  public String groupId() {
    return joinedGroup().orElse(givenGroup);
  }

  Optional<String> joinedGroup() {
    return tap.notes(JoinNote.class).stream().map(JoinNote::groupId).findFirst();
  }

  boolean hasLeft() {
    return !tap.notes(LeaveNote.class).isEmpty();
  }

  /** Returns whether its shutdown hooks had returned before it came to close its consumer. */
  boolean endedBeforeItClosed() {
    return app.usesShutdownHooks() && !app.mainReturned() && !lines().hasClose();
  }

  /** Returns whether it has found a position in each partition: what is published now is read. */
  boolean isPositioned() {
    return tap.fetchPositions().hasAll(topic.partitions());
  }

  /** Returns whether it was given everything before these ends. */
  boolean hasRead(Offsets ends) {
    return tap.fetchPositions().reach(ends);
  }

  /** Returns whether it has asked for everything before these ends to be committed. */
  boolean hasAskedToCommit(Offsets ends) {
    Offsets asked =
        tap.notes(CommitNote.class).stream()
            .map(CommitNote::offsets)
            .reduce(Offsets.NONE, Offsets::then);
    return asked.reach(ends);
  }

  /**
   * Fails where nothing more can come from this program.
   *
   * @throws StudentFailure where its main threw
   * @throws CriterionEnded where there is no such program, or it ended by itself
   * @throws NeedsToBeAlone where it is in a group that others may be in too
   */
  void check() {
    try {
      app.missing()
          .ifPresent(
              what -> {
                throw CriterionEnded.failed(ShutdownFeedback.missing(what, MAIN));
              });
    } catch (StudentFailure.Threw e) {
      if (e.thrown().startsWith("TopicExistsException")) {
        throw CriterionEnded.blocked(CriterionId.TOPIC_CREATED, FailureFeedback.of(e));
      }
      throw e;
    }
    app.end()
        .ifPresent(
            end -> {
              Feedback feedback = ShutdownFeedback.endedByItself(end, app.lastOutput());
              if (end.cause() == JvmEnd.Cause.ENDED_ITSELF) {
                throw CriterionEnded.failed(feedback);
              }
              // Who floods its output or its memory here does so in the consumer, too.
              throw CriterionEnded.blocked(CriterionId.CONSUMER_DISPATCHES, feedback);
            });
    if (!alone && !groupId().equals(givenGroup)) {
      throw new NeedsToBeAlone();
    }
  }

  @Override
  public void close() {
    CloseEach.of(Stream.<Runnable>of(app::close, tap::close));
  }
}
