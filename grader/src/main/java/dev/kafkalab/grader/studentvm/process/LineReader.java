package dev.kafkalab.grader.studentvm.process;

import dev.kafkalab.grader.wire.Bounds;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines of bounded length from a pipe that a student's code may write anything to. */
public final class LineReader {

  /** Takes each line; what is longer than the bound is cut there. */
  public interface Sink {
    /** Returns whether to go on. */
    boolean take(byte[] line, int length);
  }

  private final InputStream in;

  /** Reads from this pipe, which somebody else closes. */
  public LineReader(InputStream in) {
    this.in = in;
  }

  /**
   * Reads until the pipe ends, or the sink wants no more.
   *
   * @throws IOException where the pipe is closed meanwhile
   */
  public void readAll(Sink sink) throws IOException {
    byte[] line = new byte[256];
    byte[] chunk = new byte[1 << 16];
    int length = 0;
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      for (int i = 0; i < read; i++) {
        if (chunk[i] == '\n' || length == Bounds.LONGEST_LINE) {
          if (!sink.take(line, length)) {
            return;
          }
          length = 0;
        }
        if (chunk[i] != '\n') {
          line = length == line.length ? Arrays.copyOf(line, length * 2) : line;
          line[length++] = chunk[i];
        }
      }
    }
    if (length > 0) {
      sink.take(line, length);
    }
  }
}
