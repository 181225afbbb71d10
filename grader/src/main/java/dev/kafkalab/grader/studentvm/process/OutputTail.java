package dev.kafkalab.grader.studentvm.process;

import dev.kafkalab.grader.wire.Bounds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps what the student's code printed last, and counts the rest. */
public final class OutputTail {

  private static final int MOST_LINES = 40;

  /** Enough for hundreds of stack traces: what was printed may be searched. */
  private static final int MOST_KEPT = 5_000;

  private static final int LONGEST_LINE = 400;

  private final Deque<String> lines = new ArrayDeque<>();
  private long bytes;

  /** Keeps a line; returns false once there was too much. */
  public synchronized boolean add(byte[] line, int length) {
    bytes += length + 1L;
    lines.add(new String(line, 0, Math.min(length, LONGEST_LINE), StandardCharsets.UTF_8));
    if (lines.size() > MOST_KEPT) {
      lines.remove();
    }
    return bytes <= Bounds.MOST_PRINTED_BYTES;
  }

  /** Returns the last lines, oldest first. */
  public synchronized List<String> lines() {
    return lines.stream().skip(Math.max(0, lines.size() - MOST_LINES)).toList();
  }

  /** Returns all lines that are kept, oldest first. */
  public synchronized List<String> kept() {
    return List.copyOf(lines);
  }
}
