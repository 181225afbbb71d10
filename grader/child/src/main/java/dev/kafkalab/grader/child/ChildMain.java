package dev.kafkalab.grader.child;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Starts the student's JVM: reads the grader's requests, one JSON object a line, until there are no
 * more.
 *
 * <p>What it sends back is only what the student's own code could make true by calling the lab's
 * interfaces, so a forged line gains nothing: verdicts rest on contents that only the broker knows.
 */
public final class ChildMain {

  private ChildMain() {}

  /** Serves the grader; ends when the grader closes the pipe, also where it died. */
  public static void main(String[] args) throws IOException {
    Pipes pipes = takePipes();
    if (pipes == null) {
      return;
    }
    BufferedReader requests = pipes.requests();
    Wire wire = pipes.wire();
    Recorder.install(wire);
    Calls calls = new Calls(wire);
    wire.send(wire.message("ready"));
    calls.warmUp();
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      JsonNode request = Wire.JSON.readTree(line);
      calls.take(request);
    }
    Runtime.getRuntime().halt(0);
  }

  /**
   * Takes stdin and stdout for the grader: what the student prints goes to stderr, what they read
   * is empty. Returns null where the grader has gone.
   */
  static @Nullable Pipes takePipes() throws IOException {
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String token = requests.readLine();
    if (token == null) {
      return null;
    }
    Wire wire = new Wire(new FileOutputStream(FileDescriptor.out), token);
    System.setOut(System.err);
    System.setIn(InputStream.nullInputStream());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> reportExit(wire), "report-exit"));
    return new Pipes(requests, wire);
  }

  /**
   * Tells who called {@code System.exit}: the hook runs while the caller still stands in that call.
   */
  private static void reportExit(Wire wire) {
    for (var entry : Thread.getAllStackTraces().entrySet()) {
      if (Frames.isExiting(entry.getValue())) {
        wire.send(wire.message("exit").set("frames", Frames.ofStudent(entry.getValue())));
        return;
      }
    }
  }
}
