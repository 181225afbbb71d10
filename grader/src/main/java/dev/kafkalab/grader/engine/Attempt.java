package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.criteria.stage.FailureFeedback;
import dev.kafkalab.grader.criteria.stage.NeedsToBeAlone;
import dev.kafkalab.grader.criteria.stage.RunReturned;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Outcome;
import dev.kafkalab.grader.rubric.Outcome.Failed;
import dev.kafkalab.grader.rubric.Outcome.NotAttempted;
import dev.kafkalab.grader.rubric.Outcome.Passed;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Runs a criterion once and says how that ended: what looks like the student's fault counts only
 * where broker, disk and the grader's own threads were sound.
 */
final class Attempt {

  private final Preparations preparations;
  private final CriterionInfo criterion;
  private final Consumer<Stage> body;
  private final Duration most;

  /**
   * Prepares to run a criterion.
   *
   * @param most how long it may take as a whole, by a wall clock
   */
  Attempt(Preparations preparations, CriterionInfo criterion, Consumer<Stage> body, Duration most) {
    this.preparations = preparations;
    this.criterion = criterion;
    this.body = body;
    this.most = most;
  }

  /**
   * Runs it on a stage of its own.
   *
   * @param alone whether no other criterion runs meanwhile
   * @throws NeedsToBeAlone where it can only be judged so
   */
  @SuppressWarnings("CatchingUnchecked")
  Ending run(boolean alone) {
    Ground ground;
    try {
      ground = preparations.ground();
    } catch (RuntimeException e) {
      return Ending.ours(OurFeedback.of(e));
    }
    long faults = OwnFaults.count();
    try (Stage stage = new Stage(criterion, preparations.workbench(ground), alone)) {
      Ending ending = within(stage);
      return ending.outcome() instanceof Passed ? ending : doubted(ending, ground, faults);
    } catch (NeedsToBeAlone e) {
      throw e;
    } catch (Exception | Error e) { // whatever else happens here is ours
      return doubted(Ending.ours(OurFeedback.of(e)), ground, faults);
    }
  }

  private Ending within(Stage stage) {
    try (Overrun overrun = Overrun.after(most)) {
      try {
        Ending ending = Ending.of(outcome(stage)).seenOn(stage);
        if (!overrun.happened()) {
          return ending.isNotPassed() && stage.lostProcess() ? ending.onceMore() : ending;
        }
      } catch (RuntimeException e) {
        if (!overrun.happened()) {
          throw e;
        }
      }
      return Ending.oursForGood(OurFeedback.tooBusy(most));
    }
  }

  /** What goes wrong without a Kafka, a disk or a thread of ours says nothing. */
  private Ending doubted(Ending ending, Ground ground, long faultsBefore) {
    if (!preparations.hasRoom()) {
      return Ending.ours(OurFeedback.diskIsFull(preparations.folder()));
    }
    if (Descriptors.areUsedUp()) {
      return Ending.ours(OurFeedback.noDescriptors());
    }
    if (!preparations.isSound(ground)) {
      preparations.replace(ground); // there is another one for the next try
      return Ending.ours(OurFeedback.withoutKafka());
    }
    return OwnFaults.count() > faultsBefore
        ? Ending.ours(OurFeedback.threadEnded(OwnFaults.last()))
        : ending;
  }

  private Outcome outcome(Stage stage) {
    try {
      body.accept(stage);
      return new Passed();
    } catch (CriterionEnded e) {
      return e.outcome();
    } catch (StudentFailure.NotWritten e) {
      return new NotAttempted(Feedback.of(String.valueOf(e.getMessage()), "").at(e.location()));
    } catch (StudentFailure | RunReturned e) {
      return new Failed(0, FailureFeedback.of(e));
    }
  }
}
