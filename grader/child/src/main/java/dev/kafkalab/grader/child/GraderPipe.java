package dev.kafkalab.grader.child;

import dev.kafkalab.grader.wire.FromChild;
import dev.kafkalab.grader.wire.ToChild;
import dev.kafkalab.grader.wire.Wire;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The two pipes to the grader. Each line that goes there begins with the token that only the two
 * know.
 */
final class GraderPipe {

  private final BufferedReader in;
  private final OutputStream out;
  private final byte[] token;

  GraderPipe(BufferedReader in, OutputStream out, String token) {
    this.in = in;
    this.out = out;
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Takes stdin and stdout for the grader: what the student prints goes to stderr, what they read
   * is empty. Returns null where the grader has gone.
   */
  static @Nullable GraderPipe take() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String token = in.readLine();
    if (token == null) {
      return null;
    }
    GraderPipe pipe = new GraderPipe(in, new FileOutputStream(FileDescriptor.out), token);
    System.setOut(System.err);
    System.setIn(InputStream.nullInputStream());
    return pipe;
  }

  /** Returns what the grader says next, once it does; null where it has gone. */
  @Nullable ToChild next() throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      ToChild message = Wire.readToChild(line);
      if (message != null) {
        return message;
      }
    }
    return null;
  }

  /** Sends a message at once; a grader that is gone ends this JVM. */
  void send(FromChild said) {
    byte[] message = Wire.write(said);
    byte[] line = Arrays.copyOf(token, token.length + message.length + 1);
    System.arraycopy(message, 0, line, token.length, message.length);
    line[line.length - 1] = '\n';
    try {
      synchronized (this) {
        out.write(line); // in one piece: the grader wakes up for each
        out.flush();
      }
    } catch (IOException e) {
      Runtime.getRuntime().halt(0);
    }
  }
}
