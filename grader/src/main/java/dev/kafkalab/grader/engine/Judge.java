package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.broker.BrokerStartFailed;
import dev.kafkalab.grader.clock.Deadline;
import dev.kafkalab.grader.criteria.FailureFeedback;
import dev.kafkalab.grader.criteria.NeedsToBeAlone;
import dev.kafkalab.grader.criteria.RunReturned;
import dev.kafkalab.grader.criteria.Stage;
import dev.kafkalab.grader.feedback.Conduct;
import dev.kafkalab.grader.feedback.Exhibit;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.rubric.CriterionBlocked;
import dev.kafkalab.grader.rubric.CriterionFailed;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.CriterionNotAttempted;
import dev.kafkalab.grader.rubric.Outcome;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a criterion and says how it ended; what fails on our side, or on a machine with far too much
 * to do, is tried once more and never held against the student.
 */
final class Judge {

  /** What blocks every criterion of a submission that cannot be compiled. */
  static final String COMPILATION = "compilation";

  private static final int TRIES = 2;

  /**
   * From here on what looks wrong may only have had no turn. A student's own timeouts run on a wall
   * clock, whatever the grader waits by.
   */
  private static final double OVERLOADED = 3;

  private static final Duration WHOLE = Duration.ofDays(1);

  private static final Ending WITHOUT_KAFKA =
      Ending.of(
          Outcome.INFRASTRUCTURE,
          0,
          Feedback.of(
              "Kafka stopped answering while this was judged.",
              "This is not your fault and costs no points. Run it again; if it stays, look at what Kafka runs in."));

  private final Preparations preparations;

  /**
   * Criteria run side by side under the read lock, and one that must be alone under the write lock.
   */
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  Judge(Preparations preparations) {
    this.preparations = preparations;
  }

  CriterionResult judge(CriterionInfo criterion, Consumer<Stage> body) {
    long start = System.nanoTime();
    Ending ending = endingOf(criterion, body);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new CriterionResult(
        criterion,
        ending.outcome,
        ending.points,
        ending.blocker,
        ending.feedback,
        took,
        ending.observed,
        ending.tries,
        ending.exhibits,
        ending.conduct);
  }

  /** How a criterion ended, before its time is known. */
  private record Ending(
      Outcome outcome,
      int points,
      @Nullable String blocker,
      @Nullable Feedback feedback,
      List<Fact> observed,
      List<Exhibit> exhibits,
      Conduct conduct,
      int tries) {

    static Ending of(Outcome outcome, int points, Feedback feedback) {
      return new Ending(outcome, points, null, feedback, List.of(), List.of(), Conduct.NONE, 1);
    }

    static Ending blocked(String blocker, Feedback feedback) {
      return new Ending(
          Outcome.BLOCKED, 0, blocker, feedback, List.of(), List.of(), Conduct.NONE, 1);
    }

    boolean isNotPassed() {
      return outcome == Outcome.FAILED || outcome == Outcome.BLOCKED;
    }

    Ending seenOn(Stage stage) {
      return new Ending(
          outcome,
          points,
          blocker,
          feedback,
          stage.observed(),
          stage.exhibits(),
          stage.conduct(),
          tries);
    }

    Ending atTry(int number) {
      return new Ending(outcome, points, blocker, feedback, observed, exhibits, conduct, number);
    }
  }

  private Ending endingOf(CriterionInfo criterion, Consumer<Stage> body) {
    List<Feedback> problems = problems();
    if (!problems.isEmpty()) {
      return Ending.blocked(COMPILATION, problems.get(0));
    }
    Ending ending = null;
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Deadline whole = Deadline.in(WHOLE);
      ending = sideBySide(criterion, body);
      if (ending.isNotPassed() && whole.slowness() > OVERLOADED) {
        ending = alone(criterion, body);
      }
      ending = ending.atTry(attempt);
      if (ending.outcome != Outcome.INFRASTRUCTURE) {
        return ending;
      }
    }
    return Objects.requireNonNull(ending);
  }

  private List<Feedback> problems() {
    try {
      return preparations.problems();
    } catch (RuntimeException e) {
      return List.of(); // the compiler failed by our fault: the workbench will say so
    }
  }

  private Ending sideBySide(CriterionInfo criterion, Consumer<Stage> body) {
    lock.readLock().lock();
    try {
      return act(criterion, body, false);
    } catch (NeedsToBeAlone e) {
      // run again below, after this lock is released
    } finally {
      lock.readLock().unlock();
    }
    return alone(criterion, body);
  }

  private Ending alone(CriterionInfo criterion, Consumer<Stage> body) {
    lock.writeLock().lock();
    try {
      return act(criterion, body, true);
    } finally {
      lock.writeLock().unlock();
    }
  }

  @SuppressWarnings("CatchingUnchecked")
  private Ending act(CriterionInfo criterion, Consumer<Stage> body, boolean alone) {
    Ground ground;
    try {
      ground = preparations.ground();
    } catch (RuntimeException e) {
      return Ending.of(Outcome.INFRASTRUCTURE, 0, ours(e));
    }
    try (Stage stage = new Stage(criterion, preparations.workbench(ground), alone)) {
      Ending ending = ending(criterion, body, stage).seenOn(stage);
      return ending.outcome == Outcome.PASSED || isSound(ground) ? ending : WITHOUT_KAFKA;
    } catch (NeedsToBeAlone e) {
      throw e;
    } catch (Exception | Error e) { // whatever else happens here is ours
      return isSound(ground) ? Ending.of(Outcome.INFRASTRUCTURE, 0, ours(e)) : WITHOUT_KAFKA;
    }
  }

  /** What is wrong without a Kafka says nothing; there is another one for the next try. */
  private boolean isSound(Ground ground) {
    boolean sound = preparations.isSound(ground);
    if (!sound) {
      preparations.replace(ground);
    }
    return sound;
  }

  private static Ending ending(CriterionInfo criterion, Consumer<Stage> body, Stage stage) {
    try {
      body.accept(stage);
      return new Ending(
          Outcome.PASSED, criterion.points(), null, null, List.of(), List.of(), Conduct.NONE, 1);
    } catch (CriterionFailed e) {
      return Ending.of(Outcome.FAILED, e.earned(), e.feedback());
    } catch (CriterionBlocked e) {
      return Ending.blocked(e.blocker(), e.feedback());
    } catch (CriterionNotAttempted e) {
      return Ending.of(Outcome.NOT_ATTEMPTED, 0, e.feedback());
    } catch (StudentFailure.NotWritten e) {
      return Ending.of(
          Outcome.NOT_ATTEMPTED,
          0,
          Feedback.of(String.valueOf(e.getMessage()), "").at(e.location()));
    } catch (StudentFailure | RunReturned e) {
      return Ending.of(Outcome.FAILED, 0, FailureFeedback.of(e));
    }
  }

  private static Feedback ours(Throwable fault) {
    if (fault instanceof BrokerStartFailed) {
      return Feedback.of(
          "There is no Kafka to judge this with: %s.".formatted(fault.getMessage()),
          "This is not your fault and costs no points. Mend that, or add --broker embedded, which needs nothing.");
    }
    StackTraceElement[] stack = fault.getStackTrace();
    String where = stack.length == 0 ? "" : stack[0].toString();
    return Feedback.of(
        "The grader could not judge this: " + fault + because(fault),
        "This is not your fault and costs no points. Run it again; if it stays, report it with the seed.",
        Fact.fact("where", where));
  }

  /** Kafka's clients hide the reason in the cause. */
  private static String because(Throwable fault) {
    return fault.getCause() == null ? "" : " (" + fault.getCause() + ")";
  }
}
