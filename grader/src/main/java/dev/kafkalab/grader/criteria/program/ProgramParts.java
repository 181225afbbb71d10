package dev.kafkalab.grader.criteria.program;

import dev.kafkalab.grader.criteria.stage.Conditions;
import dev.kafkalab.grader.criteria.stage.ConsumerFeedback;
import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.rubric.Outcome.Failed;
import dev.kafkalab.grader.studentvm.StudentFailure;
import dev.kafkalab.grader.studentvm.StudentParts;

/**
 * Tells a program's own faults from those of the parts that it is made of, which other criteria
 * judge: where a program fails, the part is tried by itself.
 */
final class ProgramParts {

  private final Stage stage;

  ProgramParts(Stage stage) {
    this.stage = stage;
  }

  /**
   * Starts something in programs that create their topic first.
   *
   * @param topic it is there already
   * @throws CriterionEnded where it fails and so does the creation of the topic by itself
   */
  void requireTopicSetup(LabTopic topic, Runnable start) {
    try {
      start.run();
    } catch (StudentFailure.Threw e) {
      Conditions.requires(
          CriterionId.TOPIC_CREATED,
          () -> {
            StudentParts parts = stage.newRun(topic).parts();
            parts.openTopicSetup();
            parts.createTopic();
          });
      throw e;
    }
  }

  /**
   * Expects something of programs that stop their consumer.
   *
   * @throws CriterionEnded where it fails and so does the stop of a consumer by itself
   */
  void requireStop(Runnable expectation) {
    try {
      expectation.run();
    } catch (CriterionEnded e) {
      if (!(e.outcome() instanceof Failed)) {
        throw e;
      }
      StudentRun run = ConsumerStage.on(stage).startReading();
      run.stopConsumer();
      try {
        run.consuming().await(stage.patience().call());
      } catch (StudentFailure.DidNotReturn stuck) {
        throw CriterionEnded.blocked(
            CriterionId.CONSUMER_RESUMES, ConsumerFeedback.stopIgnored(stuck, run.lines()));
      }
      throw e;
    }
  }
}
