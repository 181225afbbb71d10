package dev.kafkalab.grader.criteria.program;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;
import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.criteria.stage.ConsumerFeedback;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.studentvm.JvmEnd;
import dev.kafkalab.grader.studentvm.StudentApp.Signal;
import dev.kafkalab.grader.tap.note.CommitNote;
import java.time.Duration;
import java.util.List;

/** One program, one signal, and the result. */
final class ShutdownTrial {

  /** One request may have been under way before the last batch was handled, two were not. */
  private static final int FETCHES = 2;

  private final Stage stage;
  private final LabTopic topic;
  private final ProgramRun run;
  private Signal signal;
  private long fetches;
  private Offsets ends = Offsets.NONE;
  private Offsets committed = Offsets.NONE;

  ShutdownTrial(Stage stage, LabTopic topic, ProgramRun run, Signal signal) {
    this.stage = stage;
    this.topic = topic;
    this.run = run;
    this.signal = signal;
  }

  ProgramRun run() {
    return run;
  }

  /** Returns how far each partition was filled when the signal was sent. */
  Offsets ends() {
    return ends;
  }

  /** Returns what was committed at the end. */
  Offsets committed() {
    return committed;
  }

  void rememberFetches() {
    fetches = run.tap().fetches();
  }

  boolean hasFetchedAgain() {
    return run.tap().fetches() >= fetches + FETCHES;
  }

  /** Stalls the wire at the first commit that goes further than this. */
  void stallAtCommitBeyond(Offsets reached) {
    run.tap()
        .stallAt(note -> note instanceof CommitNote commit && commit.offsets().goBeyond(reached));
  }

  /** Stalls the wire in any case, once all up to these ends was handled. */
  void stall(Offsets handled) {
    ends = handled;
    run.tap().stall();
  }

  void sendSignal() {
    signal = run.app().send(signal);
  }

  /** The broker has not answered the last request: a program that has ended did not wait for it. */
  void expectToWaitForTheBroker() {
    expect(
        !run.app().hasEnded() || (run.hasLeft() && readCommitted()),
        () ->
            run.app().usesShutdownHooks()
                ? ShutdownFeedback.didNotWait(facts())
                : ShutdownFeedback.noHook(facts()));
  }

  void resume() {
    rememberFetches();
    run.tap().resume();
  }

  void expectToHaveEnded() {
    Duration bound = stage.patience().toEnd();
    expect(
        run.app().hasEnded(),
        () ->
            ShutdownFeedback.doesNotEnd(
                run.app().stuck(bound), signal, run.app().lastOutput(), run.lines()));
  }

  /** What was sent last is noted a moment later than the process has ended. */
  void expectToHaveLeft() {
    boolean left =
        stage.await("the member to leave", stage.patience().brief(), run::hasLeft)
            || stage.group(run.groupId()).hasStaticMember();
    expect(
        left,
        () ->
            endedInMidWork()
                ? ShutdownFeedback.gaveUp(facts(), run.lines())
                : ShutdownFeedback.neverLeft(facts(), run.lines()));
  }

  /**
   * A program that has committed everything and asks for nothing more is done, and only forgot to
   * close; main may still have been about to return.
   */
  private boolean endedInMidWork() {
    boolean isDone = run.tap().fetches() == fetches && hasCommittedAll();
    return run.endedBeforeItClosed() && !isDone;
  }

  /** A program that is in no group cannot leave it, nor share the work: that is one fault. */
  void requireGroup() {
    if (run.joinedGroup().isEmpty()) {
      throw CriterionEnded.blocked(
          CriterionId.GROUP_DISTRIBUTION, ConsumerFeedback.noMember(run.lines()));
    }
  }

  /** Returns whether each commit names the last handled offset instead of the next one. */
  boolean isOneBehind() {
    return ends.byPartition().entrySet().stream()
        .allMatch(end -> committed.of(end.getKey(), 0L) == end.getValue() - 1);
  }

  boolean hasCommittedAll() {
    return stage.await("the last commit", stage.patience().brief(), this::readCommitted);
  }

  private boolean readCommitted() {
    committed = stage.group(run.groupId()).committed().only(topic.partitions());
    return ends.byPartition().entrySet().stream()
        .allMatch(end -> committed.of(end.getKey(), 0L) == end.getValue());
  }

  List<Fact> facts() {
    String code =
        run.app().end().map(JvmEnd::exitCode).map(String::valueOf).orElse("still running");
    return List.of(fact("signal", signal), fact("exit code", code), fact("group", run.groupId()));
  }
}
