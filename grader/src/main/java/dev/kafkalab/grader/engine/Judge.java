package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.clock.Deadline;
import dev.kafkalab.grader.clock.Slowness;
import dev.kafkalab.grader.clock.Standstill;
import dev.kafkalab.grader.criteria.stage.NeedsToBeAlone;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Outcome.Blocked;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Judges criteria, several side by side; what fails on our side, on a machine that was suspended,
 * or on one with far too much to do, is judged again and never held against the student.
 */
final class Judge {

  /** What blocks every criterion of a submission that cannot be compiled. */
  static final String COMPILATION = "compilation";

  private static final int TRIES = 2;

  /** A machine that is suspended more often meanwhile gives no verdict. */
  private static final int MOST_STANDSTILLS = 4;

  /** The longest that a wrong solution takes on a machine with time is a fifth of this. */
  private static final Duration MOST = Duration.ofMinutes(5);

  /** After so many that took too long nobody waits for the next ones. */
  private static final int MOST_OVERRUNS = 2;

  /**
   * Above this slowness a failure may only mean that the code was not scheduled. A student's own
   * timeouts run on a wall clock, whatever the grader waits by.
   */
  private static final double OVERLOADED = 3;

  private static final Duration WHOLE = Duration.ofDays(1);

  private final Preparations preparations;
  private final Remarks remarks;
  private final Turns turns;
  private final Duration most;
  private final AtomicInteger overruns = new AtomicInteger();

  /**
   * Criteria run side by side under the read lock, and one that must be alone under the write lock.
   */
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  Judge(Preparations preparations, Pace pace, Remarks remarks) {
    this.preparations = preparations;
    this.remarks = remarks;
    this.turns = new Turns(Slowness::now, remarks::machineIsTooBusy);
    this.most = pace.isDebugged() ? WHOLE : MOST;
  }

  CriterionResult judge(CriterionInfo criterion, Consumer<Stage> body) {
    long start = System.nanoTime();
    List<Feedback> problems = preparations.problems();
    if (!problems.isEmpty()) {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return Ending.of(new Blocked(COMPILATION, problems.get(0))).result(criterion, took, 1);
    }
    Attempt attempt = new Attempt(preparations, criterion, body, most);
    int failures = 0;
    int standstills = 0;
    for (int tries = 1; ; tries++) {
      long before = Standstill.count();
      Ending ending = once(attempt);
      boolean stoodStill = Standstill.count() > before;
      if (stoodStill) {
        remarks.machineStoodStill();
        standstills++;
        ending = Ending.oursForGood(OurFeedback.stoodStill());
      } else if (ending.again()) {
        failures++;
      }
      boolean again =
          stoodStill ? standstills <= MOST_STANDSTILLS : ending.again() && failures < TRIES;
      if (!again) {
        return ending.result(criterion, Duration.ofNanos(System.nanoTime() - start), tries);
      }
    }
  }

  private Ending once(Attempt attempt) {
    if (overruns.get() >= MOST_OVERRUNS) {
      return Ending.oursForGood(OurFeedback.tooBusy(most));
    }
    Deadline whole = Deadline.in(WHOLE);
    Ending ending = sideBySide(attempt);
    if (whole.slowness() > OVERLOADED) {
      remarks.machineIsTooBusy();
      ending = ending.isNotPassed() ? alone(attempt) : ending;
    }
    boolean overran = ending.isOurs() && whole.waited().compareTo(most) > 0;
    if (overran) {
      overruns.incrementAndGet();
    }
    return ending;
  }

  private Ending sideBySide(Attempt attempt) {
    try {
      return turns.inTurn(() -> under(lock.readLock(), () -> attempt.run(false)));
    } catch (NeedsToBeAlone e) {
      return alone(attempt); // the others' lock is released
    }
  }

  private Ending alone(Attempt attempt) {
    return under(lock.writeLock(), () -> attempt.run(true));
  }

  private static Ending under(Lock lock, Supplier<Ending> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
