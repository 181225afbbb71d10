package dev.kafkalab.grader.judging;

import dev.kafkalab.grader.criteria.stage.FailureFeedback;
import dev.kafkalab.grader.criteria.stage.NeedsToBeAlone;
import dev.kafkalab.grader.criteria.stage.RunReturned;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.resources.GradingResources;
import dev.kafkalab.grader.resources.MeasuredBroker;
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
final class Attempt implements Try {

  private final GradingResources resources;
  private final CriterionInfo criterion;
  private final Consumer<Stage> body;
  private final Duration most;

  /**
   * Prepares to run a criterion.
   *
   * @param most how long it may take as a whole, by a wall clock
   */
  Attempt(
      GradingResources resources, CriterionInfo criterion, Consumer<Stage> body, Duration most) {
    this.resources = resources;
    this.criterion = criterion;
    this.body = body;
    this.most = most;
  }

  @Override
  @SuppressWarnings("CatchingUnchecked")
  public Ending run(boolean alone) {
    MeasuredBroker broker;
    try {
      broker = resources.measuredBroker();
    } catch (RuntimeException e) {
      return Ending.ours(OurFeedback.of(e));
    }
    long faults = OwnFaults.count();
    try (Stage stage = new Stage(criterion, resources.workbench(broker), alone)) {
      Ending ending = within(stage);
      return ending.outcome() instanceof Passed ? ending : doubted(ending, broker, faults);
    } catch (NeedsToBeAlone e) {
      throw e;
    } catch (Exception | Error e) { // whatever else happens here is ours
      return doubted(Ending.ours(OurFeedback.of(e)), broker, faults);
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
  private Ending doubted(Ending ending, MeasuredBroker broker, long faultsBefore) {
    if (!resources.hasRoom()) {
      return Ending.ours(OurFeedback.diskIsFull(resources.folder()));
    }
    if (Descriptors.areUsedUp()) {
      return Ending.ours(OurFeedback.noDescriptors());
    }
    if (!resources.isSound(broker)) {
      resources.replace(broker); // there is another one for the next try
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
