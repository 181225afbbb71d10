package dev.kafkalab.grader.criteria.program;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.studentvm.StudentApp.Signal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Judges how the student's consumer program ends: once for each of the two signals, side by side.
 */
public final class ShutdownJudge {

  /** Points for ending in time and leaving the group. */
  private static final int ENDED_AND_LEFT = 2;

  private final Stage stage;
  private final LabTopic topic;

  ShutdownJudge(Stage stage) {
    this.stage = stage;
    this.topic = stage.newTopicName();
  }

  void judge() {
    if (ProgramRun.isOneAtATime(stage)) {
      for (Signal signal : Signal.values()) {
        judge(List.of(trial(signal)));
      }
    } else {
      judge(Stream.of(Signal.values()).map(this::trial).toList());
    }
  }

  private ShutdownTrial trial(Signal signal) {
    return new ShutdownTrial(stage, topic, ProgramRun.start(stage, topic), signal);
  }

  private void judge(List<ShutdownTrial> trials) {
    ShutdownRound round = new ShutdownRound(stage, topic, trials);
    ProgramParts parts = new ProgramParts(stage);
    parts.requireTopicSetup(topic, round::awaitReading);
    round.publishAndAwaitHandled();
    round.stallAtTheLastCommit();
    trials.forEach(ShutdownTrial::sendSignal);
    round.awaitWhileStalled();
    trials.forEach(ShutdownTrial::expectToWaitForTheBroker);
    trials.forEach(ShutdownTrial::resume);
    round.awaitEnd();
    trials.forEach(ShutdownTrial::requireGroup);
    parts.requireStop(
        () -> {
          trials.forEach(ShutdownTrial::expectToHaveEnded);
          trials.forEach(ShutdownTrial::expectToHaveLeft);
        });
    trials.forEach(ShutdownJudge::expectLastCommit);
    trials.forEach(ShutdownJudge::expectGivenGroup);
  }

  private static void expectLastCommit(ShutdownTrial trial) {
    if (trial.hasCommittedAll()) {
      return;
    }
    Feedback feedback =
        ShutdownFeedback.commitsBehind(trial.facts(), trial.committed(), trial.ends());
    if (trial.isOneBehind()) {
      throw CriterionEnded.blocked(CriterionId.CONSUMER_RESUMES, feedback);
    }
    throw CriterionEnded.failed(feedback, ENDED_AND_LEFT);
  }

  private static void expectGivenGroup(ShutdownTrial trial) {
    ProgramRun run = trial.run();
    expect(
        run.groupId().equals(run.givenGroup()),
        ENDED_AND_LEFT,
        () -> ShutdownFeedback.otherGroup(run.givenGroup(), run.groupId(), run.lines()));
  }
}
