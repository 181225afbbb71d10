package dev.kafkalab.grader.child;

import dev.kafkalab.grader.wire.FromChild.Ready;
import dev.kafkalab.grader.wire.ToChild;
import java.io.IOException;

/**
 * Starts the student's JVM: does what the grader asks for until it asks no more.
 *
 * <p>What it sends back is only what the student's own code could make true by calling the lab's
 * interfaces, so a forged line gains nothing: verdicts rest on contents that only the broker knows.
 */
public final class ChildMain {

  private ChildMain() {}

  /**
   * Serves the grader; ends when the grader closes the pipe, also where it died.
   *
   * @param args what {@link SocketBridge} joins
   */
  public static void main(String[] args) throws IOException {
    GraderPipe pipe = GraderPipe.take();
    if (pipe == null) {
      return;
    }
    SocketBridge.start(args);
    ExitReport.to(pipe);
    Recorder.install(pipe);
    Calls calls = new Calls(pipe);
    pipe.send(new Ready());
    calls.warmUp();
    for (ToChild message = pipe.next(); message != null; message = pipe.next()) {
      calls.take(message);
    }
    Runtime.getRuntime().halt(0);
  }
}
