package dev.kafkalab.grader.child;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.NotAttempted;
import dev.kafkalab.grader.thread.Daemon;
import dev.kafkalab.grader.wire.FromChild.Ready;
import dev.kafkalab.grader.wire.Reply.Located;
import dev.kafkalab.grader.wire.Reply.Missing;
import dev.kafkalab.grader.wire.Reply.Returned;
import dev.kafkalab.grader.wire.ToChild;
import dev.kafkalab.grader.wire.ToChild.Locate;
import dev.kafkalab.grader.wire.ToChild.RunMain;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * Starts a program of the student's as {@code java} would, on the main thread, and tells the grader
 * how its {@code main} ended. The process lives on as long as the student's threads do.
 */
public final class AppMain {

  private AppMain() {}

  /**
   * Runs the program that the grader's first message names.
   *
   * @param args what {@link SocketBridge} joins
   * @throws Throwable what the student's main threw, so that the process ends as it would alone
   */
  public static void main(String[] args) throws Throwable {
    GraderPipe pipe = GraderPipe.take();
    if (pipe == null || !(pipe.next() instanceof RunMain request)) {
      return;
    }
    SocketBridge.start(args);
    ExitReport.to(pipe);
    System.setProperty(LabSettings.TOPIC_PROPERTY, request.topic());
    Thread main = Thread.currentThread();
    Daemon.start("input", () -> serve(pipe, main));
    pipe.send(new Ready());
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> tellIfNotAttempted(pipe, request.id(), thread, failure));
    run(pipe, request);
  }

  private static void run(GraderPipe pipe, RunMain request) throws Throwable {
    long id = request.id();
    Method main;
    try {
      // Not initialized here: what the student's static blocks throw belongs to their main.
      main = mainOf(Class.forName(request.type(), false, AppMain.class.getClassLoader()));
    } catch (ClassNotFoundException | NoSuchMethodException e) {
      pipe.send(new Missing(id, e instanceof ClassNotFoundException ? "class" : "main"));
      return;
    } catch (LinkageError e) {
      pipe.send(Calls.thrown(id, e));
      throw e;
    }
    try {
      main.invoke(null, (Object) request.arguments().toArray(new String[0]));
    } catch (InvocationTargetException | LinkageError e) {
      Throwable failure = e.getCause() == null ? e : e.getCause();
      pipe.send(Calls.thrown(id, failure));
      throw failure;
    }
    pipe.send(new Returned(id));
  }

  private static Method mainOf(Class<?> type) throws NoSuchMethodException {
    Method main = type.getMethod("main", String[].class);
    if (!Modifier.isStatic(main.getModifiers()) || main.getReturnType() != void.class) {
      throw new NoSuchMethodException("main");
    }
    main.setAccessible(true); // java runs a main of a class that is not public too
    return main;
  }

  /** A stub may be called on a thread that the student's main has started. */
  private static void tellIfNotAttempted(
      GraderPipe pipe, long call, Thread thread, Throwable failure) {
    if (failure instanceof NotAttempted) {
      pipe.send(Calls.thrown(call, failure));
    }
    printAsJavaDoes(thread, failure);
  }

  /** What a thread group does with a failure is to ask the default handler, and that is ours. */
  @SuppressWarnings("CatchAndPrintStackTrace")
  private static void printAsJavaDoes(Thread thread, Throwable failure) {
    System.err.print("Exception in thread \"" + thread.getName() + "\" ");
    failure.printStackTrace();
  }

  /** Tells where the program stands whenever the grader asks; without a grader nothing goes on. */
  private static void serve(GraderPipe pipe, Thread main) {
    try {
      for (ToChild message = pipe.next(); message != null; message = pipe.next()) {
        if (message instanceof Locate request) {
          pipe.send(locate(request, main));
        }
      }
    } catch (IOException e) {
      // the pipe is closed: the same as its end
    }
    Runtime.getRuntime().halt(0);
  }

  /** A call of System.exit in a shutdown hook never ends: where there is one, it says the most. */
  private static Located locate(Locate request, Thread main) {
    StackTraceElement[] stack =
        Thread.getAllStackTraces().values().stream()
            .filter(each -> Frames.isExiting(each) && Frames.haveStudents(each))
            .findFirst()
            .orElseGet(main::getStackTrace);
    return new Located(
        request.id(), 0, Frames.innermostCallOfStudent(stack), Frames.lineOfStudent(stack));
  }
}
