package dev.kafkalab.grader.judging;

import dev.kafkalab.grader.criteria.stage.NeedsToBeAlone;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.judging.Machine.Watch;
import dev.kafkalab.grader.resources.GradingResources;
import dev.kafkalab.grader.resources.Pace;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Outcome.Blocked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges criteria, several side by side; what fails on our side, on a machine that was suspended,
 * or on one with far too much to do, is judged again and never held against the student.
 */
public final class Judge {

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

  private final Supplier<List<Feedback>> problems;
  private final Tries tries;
  private final Machine machine;
  private final Remarks remarks;
  private final Turns turns;
  private final Duration most;
  private final AtomicInteger overruns = new AtomicInteger();

  /**
   * Criteria run side by side under the read lock, and one that must be alone under the write lock.
   */
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /** Makes what judges a criterion once. */
  @FunctionalInterface
  interface Tries {

    /**
     * Makes it.
     *
     * @param most how long it may take as a whole, by a wall clock
     */
    Try of(CriterionInfo criterion, Consumer<Stage> body, Duration most);
  }

  /**
   * Judges with what a grading has ready.
   *
   * @param remarks are told what whoever reads the report should know of the machine
   */
  public Judge(GradingResources resources, Pace pace, Remarks remarks) {
    this(
        resources::problems,
        (criterion, body, most) -> new Attempt(resources, criterion, body, most),
        Machine.THIS,
        pace.isDebugged() ? WHOLE : MOST,
        remarks);
  }

  /**
   * Judges by what these say.
   *
   * @param problems why nothing can be judged; empty where it can
   * @param most how long a criterion may take as a whole, by a wall clock
   */
  Judge(
      Supplier<List<Feedback>> problems,
      Tries tries,
      Machine machine,
      Duration most,
      Remarks remarks) {
    this.problems = problems;
    this.tries = tries;
    this.machine = machine;
    this.remarks = remarks;
    this.turns = new Turns(machine::slowness, remarks::machineIsTooBusy);
    this.most = most;
  }

  /** Judges a criterion; never throws for what the student's code does. */
  public CriterionResult judge(CriterionInfo criterion, Consumer<Stage> body) {
    long start = System.nanoTime();
    List<Feedback> found = problems.get();
    if (!found.isEmpty()) {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      return Ending.of(new Blocked(COMPILATION, found.get(0))).result(criterion, took, List.of());
    }
    Try attempt = tries.of(criterion, body, most);
    int failures = 0;
    int standstills = 0;
    List<Feedback> earlier = new ArrayList<>();
    while (true) {
      long before = machine.standstills();
      Ending ending = once(attempt);
      boolean stoodStill = machine.standstills() > before;
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
        return ending.result(criterion, Duration.ofNanos(System.nanoTime() - start), earlier);
      }
      earlier.add(ending.why());
    }
  }

  /**
   * Says that a criterion was not judged, because JUnit did not run it: that is ours.
   *
   * @param why what went wrong with JUnit; null where that is not known
   */
  public static CriterionResult notRun(CriterionInfo criterion, @Nullable Throwable why) {
    return Ending.oursForGood(OurFeedback.notRun(why)).result(criterion, Duration.ZERO, List.of());
  }

  private Ending once(Try attempt) {
    if (overruns.get() >= MOST_OVERRUNS) {
      return Ending.oursForGood(OurFeedback.tooBusy(most));
    }
    Watch whole = machine.watch();
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

  private Ending sideBySide(Try attempt) {
    try {
      return turns.inTurn(() -> under(lock.readLock(), () -> attempt.run(false)));
    } catch (NeedsToBeAlone e) {
      return alone(attempt); // the others' lock is released
    }
  }

  private Ending alone(Try attempt) {
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
