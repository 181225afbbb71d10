package dev.kafkalab.grader.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.NotAttempted;
import dev.kafkalab.grader.thread.Daemon;
import java.io.BufferedReader;
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
   * Runs the program that the grader's first request names.
   *
   * @throws Throwable what the student's main threw, so that the process ends as it would alone
   */
  public static void main(String[] args) throws Throwable {
    Pipes pipes = ChildMain.takePipes();
    String first = pipes == null ? null : pipes.requests().readLine();
    if (pipes == null || first == null) {
      return;
    }
    JsonNode request = Wire.JSON.readTree(first);
    System.setProperty(LabSettings.TOPIC_PROPERTY, request.get("topic").asText());
    Thread main = Thread.currentThread();
    Daemon.start("grader", () -> serve(pipes, main));
    long call = request.get("id").asLong();
    pipes.wire().send(pipes.wire().message("ready"));
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> tellIfNotAttempted(pipes.wire(), call, thread, failure));
    run(pipes.wire(), call, request);
  }

  private static void run(Wire wire, long call, JsonNode request) throws Throwable {
    ObjectNode reply = wire.message("reply").put("call", call);
    String type = request.get("type").asText();
    String[] arguments = Wire.JSON.convertValue(request.get("arguments"), String[].class);
    Method main;
    try {
      // Not initialized here: what the student's static blocks throw belongs to their main.
      main = mainOf(Class.forName(type, false, AppMain.class.getClassLoader()));
    } catch (ClassNotFoundException | NoSuchMethodException e) {
      String what = e instanceof ClassNotFoundException ? "class" : "main";
      reply.putObject("value").put("missing", what);
      wire.send(reply);
      return;
    } catch (LinkageError e) {
      reply.set("thrown", Calls.thrown(e));
      wire.send(reply);
      throw e;
    }
    try {
      main.invoke(null, (Object) arguments);
    } catch (InvocationTargetException | LinkageError e) {
      Throwable failure = e.getCause() == null ? e : e.getCause();
      reply.set("thrown", Calls.thrown(failure));
      wire.send(reply);
      throw failure;
    }
    wire.send(reply);
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
  private static void tellIfNotAttempted(Wire wire, long call, Thread thread, Throwable failure) {
    if (failure instanceof NotAttempted) {
      ObjectNode reply = wire.message("reply").put("call", call);
      reply.set("thrown", Calls.thrown(failure));
      wire.send(reply);
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
  private static void serve(Pipes pipes, Thread main) {
    try {
      BufferedReader requests = pipes.requests();
      for (String line = requests.readLine(); line != null; line = requests.readLine()) {
        where(pipes.wire(), Wire.JSON.readTree(line), main);
      }
    } catch (IOException e) {
      // the pipe is closed: the same as its end
    }
    Runtime.getRuntime().halt(0);
  }

  /** A call of System.exit in a shutdown hook never ends: where there is one, it says the most. */
  private static void where(Wire wire, JsonNode request, Thread main) {
    StackTraceElement[] stack =
        Thread.getAllStackTraces().values().stream()
            .filter(each -> Frames.isExiting(each) && !Frames.ofStudent(each).isEmpty())
            .findFirst()
            .orElseGet(main::getStackTrace);
    ObjectNode reply = wire.message("reply").put("call", request.get("id").asLong());
    reply
        .putObject("value")
        .put("in", Frames.innermostCallOfStudent(stack))
        .set("frames", Frames.ofStudent(stack));
    wire.send(reply);
  }
}
