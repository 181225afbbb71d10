package dev.kafkalab.grader.studentvm;

import dev.kafkalab.grader.isolation.Cell;
import dev.kafkalab.grader.studentvm.launch.StudentJvmSettings;
import dev.kafkalab.grader.studentvm.process.Interrupts;
import dev.kafkalab.grader.studentvm.recorder.ClientNotes;
import dev.kafkalab.grader.wire.Reply.Missing;
import dev.kafkalab.grader.wire.ToChild.RunMain;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program of the student's, run as a process of its own with arguments, and ended by signals.
 *
 * <p>Nothing that runs in it can stop the grader: its output is bounded, and it is killed with all
 * that it started.
 */
public final class StudentApp implements AutoCloseable {

  /** A way of asking a process to end. */
  public enum Signal {
    /** What {@code kill} sends. */
    SIGTERM,
    /** What Ctrl+C sends. */
    SIGINT
  }

  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  private final StudentJvm jvm;
  private final PendingCall main;
  private final Path classes;

  private StudentApp(StudentJvm jvm, PendingCall main, Path classes) {
    this.jvm = jvm;
    this.main = main;
    this.classes = classes;
  }

  /**
   * Starts a program; returns at once.
   *
   * @param cell where it runs
   * @param mainClass the class with its main method, with its package
   * @param arguments what its main is given
   * @param topic what {@code LabSettings} calls the topic there
   */
  public static StudentApp start(
      StudentJvmSettings settings,
      Cell cell,
      String mainClass,
      List<String> arguments,
      String topic) {
    StudentJvm jvm = StudentJvm.start(settings, cell, "AppMain");
    String simple = mainClass.substring(mainClass.lastIndexOf('.') + 1);
    PendingCall main =
        jvm.call(simple + ".main()", id -> new RunMain(id, mainClass, arguments, topic));
    List<Path> classPath = settings.classPath();
    return new StudentApp(jvm, main, classPath.get(classPath.size() - 1));
  }

  /** Returns whether any class of the submission mentions {@code Runtime.addShutdownHook}. */
  public boolean usesShutdownHooks() {
    return ClassFiles.mention(classes, "addShutdownHook");
  }

  /** Returns whether its main has returned; it had not where its process was ended before. */
  public boolean mainReturned() {
    return main.ended() && !main.asked().reply().isCompletedExceptionally();
  }

  /** Returns whether its process has ended. */
  public boolean hasEnded() {
    return jvm.end().isPresent();
  }

  /**
   * Returns how its process ended, where it has.
   *
   * @throws JvmFault where the student's code had no part in it
   */
  public Optional<JvmEnd> end() {
    jvm.failIfOurs();
    return jvm.end();
  }

  /** Returns what was noted of Kafka's clients so far, to be asked for lines. */
  public ClientNotes clientNotes() {
    return jvm.clientNotes();
  }

  /** Returns the last lines that it printed. */
  public List<String> lastOutput() {
    return jvm.lastOutput();
  }

  /**
   * Returns what the submission lacks so that there is nothing to be run: {@code class} or {@code
   * main}; empty where nothing is known to be missing.
   *
   * @throws StudentFailure where main threw: NotWritten where a stub of the template was called
   */
  public Optional<String> missing() {
    if (!main.ended() || main.asked().reply().isCompletedExceptionally()) {
      return Optional.empty();
    }
    return jvm.await(main, ONE_SECOND) instanceof Missing missing
        ? Optional.of(missing.what())
        : Optional.empty();
  }

  /**
   * Asks the process to end; returns before it does.
   *
   * <p>A process whose parent ignores SIGINT ignores it too, and so does its JVM: it is then asked
   * with SIGTERM.
   *
   * @return the signal that was sent
   */
  public Signal send(Signal signal) {
    if (signal == Signal.SIGINT && !Interrupts.areIgnored() && interrupt()) {
      return Signal.SIGINT;
    }
    jvm.process().destroy();
    return Signal.SIGTERM;
  }

  private boolean interrupt() {
    try {
      Process kill =
          new ProcessBuilder("sh", "-c", "kill -INT " + jvm.process().pid())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean done = kill.waitFor(ONE_SECOND.toMillis(), TimeUnit.MILLISECONDS);
      return done && kill.exitValue() == 0;
    } catch (IOException e) {
      return false; // a system without a shell has no SIGINT for others either
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Describes where a program stands that has not ended. */
  public StudentFailure.DidNotReturn stuck(Duration waited) {
    return jvm.stuck(main, waited);
  }

  /** Kills it with all that it started. */
  @Override
  public void close() {
    jvm.close();
  }
}
