package dev.kafkalab.grader.criteria;

import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.rubric.CriterionBlocked;
import dev.kafkalab.grader.rubric.CriterionFailed;
import dev.kafkalab.grader.studentvm.StudentApp.Signal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Judges how the student's consumer program ends: once for each of the two signals, side by side.
 */
final class Shutdown {

  /** Points for ending in time and leaving the group, with commits that are behind. */
  private static final int WITHOUT_LAST_COMMIT = 2;

  private final Stage stage;
  private final LabTopic topic;

  Shutdown(Stage stage) {
    this.stage = stage;
    this.topic = stage.programTopic();
  }

  void judge() {
    topic.createIfMissing();
    stage.deadLetterTopicOf(topic).createIfMissing();
    if (stage.oneProgramAtATime()) {
      for (Signal signal : Signal.values()) {
        judge(List.of(trial(signal)));
      }
    } else {
      judge(Stream.of(Signal.values()).map(this::trial).toList());
    }
  }

  private ShutdownTrial trial(Signal signal) {
    return new ShutdownTrial(stage, topic, stage.newApp(topic), signal);
  }

  private void judge(List<ShutdownTrial> trials) {
    ShutdownRound round = new ShutdownRound(stage, topic, trials);
    ProgramParts parts = new ProgramParts(stage);
    parts.requireTopicSetup(topic, round::awaitReading);
    trials.forEach(this::noteOtherGroup);
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
    trials.forEach(Shutdown::expectLastCommit);
  }

  private static void expectLastCommit(ShutdownTrial trial) {
    if (trial.hasCommittedAll()) {
      return;
    }
    Feedback feedback =
        ShutdownFeedback.commitsBehind(trial.facts(), trial.committed(), trial.ends());
    if (trial.isOneBehind()) {
      throw new CriterionBlocked("consumer.resumes", feedback);
    }
    throw new CriterionFailed(feedback, WITHOUT_LAST_COMMIT);
  }

  private void noteOtherGroup(ShutdownTrial trial) {
    if (!trial.run().groupId().equals(trial.run().givenGroup())) {
      stage.note(
          Fact.fact(
              "group of ConsumerApp",
              "%s, and not the given %s"
                  .formatted(trial.run().groupId(), trial.run().givenGroup())));
    }
  }
}
