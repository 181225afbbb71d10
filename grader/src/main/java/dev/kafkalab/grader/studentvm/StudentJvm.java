package dev.kafkalab.grader.studentvm;

import dev.kafkalab.grader.clock.Deadline;
import dev.kafkalab.grader.clock.Slowness;
import dev.kafkalab.grader.isolation.Cell;
import dev.kafkalab.grader.isolation.Inmate;
import dev.kafkalab.grader.studentvm.JvmEnd.Cause;
import dev.kafkalab.grader.studentvm.launch.JvmProcess;
import dev.kafkalab.grader.studentvm.launch.StudentJvmSettings;
import dev.kafkalab.grader.studentvm.process.MemoryGuard;
import dev.kafkalab.grader.studentvm.process.ThreadGuard;
import dev.kafkalab.grader.studentvm.recorder.ClientCall;
import dev.kafkalab.grader.studentvm.recorder.ClientMade;
import dev.kafkalab.grader.studentvm.recorder.ClientNotes;
import dev.kafkalab.grader.tap.Ports;
import dev.kafkalab.grader.wire.Reply;
import dev.kafkalab.grader.wire.Reply.Thrown;
import dev.kafkalab.grader.wire.ToChild.Locate;
import dev.kafkalab.grader.wire.ToChild.Request;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;

/**
 * A JVM that has the student's code and does what it is asked to.
 *
 * <p>Nothing that runs in it can stop the grader: its output is bounded, every call has a deadline,
 * and it is killed with all that it started.
 */
public final class StudentJvm implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(5);

  /** How often somebody looks at a call that does not return. */
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Which part of a deadline no call spends computing. */
  private static final int SPINNING = 5;

  /** Those that have not been closed, for an interrupted grader. */
  private static final Set<StudentJvm> OPEN = ConcurrentHashMap.newKeySet();

  private final Cell cell;
  private final Inmate inmate;
  private final Conversation conversation;

  private StudentJvm(Cell cell, Inmate inmate) {
    this.cell = cell;
    this.inmate = inmate;
    this.conversation = new Conversation(inmate);
  }

  /** Forks a JVM; returns at once, while it starts. */
  public static StudentJvm start(StudentJvmSettings settings) {
    return start(settings, settings.confinement().newCell(), "ChildMain");
  }

  /** Forks a JVM in which this class of the child side serves. */
  static StudentJvm start(StudentJvmSettings settings, Cell cell, String main) {
    StudentJvm jvm = new StudentJvm(cell, JvmProcess.start(settings, cell, main));
    OPEN.add(jvm);
    jvm.watch();
    jvm.watchMemory();
    jvm.conversation.start(jvm::watch);
    return jvm;
  }

  /** Watches what takes the machine's time: which process that is, may be known only later. */
  private void watch() {
    ProcessHandle process = process();
    Slowness.watch(process);
    ThreadGuard.watch(process, () -> conversation.kill(Cause.FLOODED_THREADS));
  }

  private void watchMemory() {
    if (inmate.mostMemory() > 0) {
      MemoryGuard.watch(
          inmate.process().toHandle(),
          inmate.mostMemory(),
          () -> conversation.kill(Cause.FLOODED_MEMORY));
    }
  }

  /** Returns the process that runs the student's code, for who sends it signals. */
  ProcessHandle process() {
    return inmate.student().orElse(inmate.process().toHandle());
  }

  /** Returns ports that its clients can connect to. */
  public Ports ports() {
    return cell.ports();
  }

  /** Returns the last lines that it printed. */
  List<String> lastOutput() {
    return conversation.lastOutput();
  }

  /** Returns what it printed so far, without what was too much to keep. */
  public List<String> output() {
    return conversation.output();
  }

  /** Returns where the student's code calls the handler. */
  public Gate gate() {
    return conversation.inbox().gate();
  }

  /** Returns every call of the delivery listener so far, oldest first. */
  public List<DeliveryReport> deliveryReports() {
    return conversation.inbox().deliveryReports();
  }

  /**
   * Returns what was noted of Kafka's clients so far, to be asked for lines.
   *
   * <p>What a note may be used for: see {@link ClientNotes}.
   */
  public ClientNotes clientNotes() {
    return conversation.inbox().clients().notes();
  }

  /** Returns the calls of Kafka's clients so far, oldest first. */
  public List<ClientCall> clientCalls() {
    return clientNotes().calls();
  }

  /** Returns the clients of Kafka that were made so far, oldest first. */
  public List<ClientMade> clientsMade() {
    return clientNotes().made();
  }

  /** Returns how it ended, where it has. */
  public Optional<JvmEnd> end() {
    return Optional.ofNullable(conversation.end().getNow(null));
  }

  /**
   * Fails where this JVM is gone and nobody asked for that.
   *
   * @throws StudentFailure.JvmEnded with what is known of the end
   * @throws JvmFault where the student's code had no part in it
   */
  public void failIfEnded() {
    failIfOurs();
    end()
        .filter(end -> end.cause() != Cause.KILLED_BY_GRADER)
        .ifPresent(
            end -> {
              throw new StudentFailure.JvmEnded(end, conversation.lastOutput());
            });
  }

  /**
   * Fails where this JVM ended by our fault.
   *
   * @throws JvmFault with what is known
   */
  void failIfOurs() {
    end()
        .filter(JvmEnd::isOurs)
        .ifPresent(
            end -> {
              throw new JvmFault(
                  String.format(
                      Locale.ROOT,
                      "a JVM for the student's code ended with exit code %d %s: %s",
                      end.exitCode(),
                      end.cause() == Cause.NEVER_READY
                          ? "before it was ready"
                          : "because the grader could not read from it",
                      String.join(" ", conversation.lastOutput())));
            });
  }

  /**
   * Kills it with all that it started, as {@code kill -9} does; on return it is dead.
   *
   * @throws IllegalStateException where the machine does not get to that: what is to happen after
   *     its death cannot be judged then
   */
  public void kill() {
    if (!isKilled()) {
      throw new IllegalStateException("A student's JVM outlived kill -9, pid " + process().pid());
    }
  }

  private boolean isKilled() {
    conversation.kill(Cause.KILLED_BY_GRADER);
    return conversation.awaitEnd(GRACE) || Thread.currentThread().isInterrupted();
  }

  /** Kills it; one that the machine does not get to yet is dead sooner or later. */
  @Override
  public void close() {
    boolean unused = isKilled();
    inmate.killOrphans();
    OPEN.remove(this);
  }

  /** Kills all that are open, at once and without waiting: the grader itself is ending. */
  public static void killAll() {
    OPEN.forEach(
        jvm -> {
          jvm.conversation.kill(Cause.KILLED_BY_GRADER);
          jvm.inmate.killOrphans();
        });
  }

  /** Asks for a call, without waiting for it to return. */
  PendingCall call(String name, LongFunction<Request> request) {
    return new PendingCall(this, name, conversation.request(request));
  }

  /**
   * Waits for a call to return; one that only spins is given up early.
   *
   * @param bound how long a call may take; a fifth of that in processor time is an endless loop
   */
  Reply await(PendingCall call, Duration bound) {
    Deadline deadline = Deadline.in(bound);
    long next = Math.min(LOOK.toMillis(), bound.toMillis());
    while (true) {
      try {
        Reply reply = call.asked().reply().get(next, TimeUnit.MILLISECONDS);
        if (reply instanceof Thrown thrown) {
          throw StudentFailure.of(thrown, call.name(), clientNotes().calls());
        }
        return reply;
      } catch (TimeoutException e) {
        failIfEnded();
        failIfHopeless(call, bound, deadline);
      } catch (ExecutionException e) {
        failIfEnded();
        throw new IllegalStateException("The student's JVM was ended during " + call.name(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted during " + call.name(), e);
      }
    }
  }

  private void failIfHopeless(PendingCall call, Duration bound, Deadline deadline) {
    Whereabouts where = where(call);
    if (deadline.hasPassed() && !conversation.inbox().isReady()) {
      throw new JvmFault(
          String.format(
              Locale.ROOT,
              "a JVM for the student's code was not ready after %d s",
              deadline.waited().toSeconds()));
    }
    if (deadline.hasPassed() || isSpinning(where, bound)) {
      throw where.didNotReturn(call.name(), deadline.waited());
    }
  }

  /** Fails where a call has computed for longer than any call that returns does. */
  void failIfSpinning(PendingCall call, Duration deadline, Duration waited) {
    Whereabouts where = where(call);
    if (isSpinning(where, deadline)) {
      throw where.didNotReturn(call.name(), waited);
    }
  }

  private static boolean isSpinning(Whereabouts where, Duration deadline) {
    return where.isBusyLongerThan(deadline.dividedBy(SPINNING));
  }

  /** Describes a call that has not returned, by where it stands. */
  StudentFailure.DidNotReturn stuck(PendingCall call, Duration waited) {
    return where(call).didNotReturn(call.name(), waited);
  }

  /** Asks where a call stands; a JVM that does not answer says nothing. */
  Whereabouts where(PendingCall call) {
    Asked where = conversation.request(id -> new Locate(id, call.asked().id()));
    try {
      return Whereabouts.of(where.reply().get(GRACE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException e) {
      return Whereabouts.UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Whereabouts.UNKNOWN;
    }
  }
}
