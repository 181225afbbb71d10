package dev.kafkalab.grader.tap;

import dev.kafkalab.grader.thread.Daemon;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/**
 * Carries the frames of one direction of a connection, with a thread that reads and one that
 * writes: reading goes on while the valve holds what was read.
 */
final class Pipe {

  private final Link from;
  private final Link to;
  private final Valve valve;
  private final FrameQueue queue;
  private final UnaryOperator<byte[]> inspection;

  /** Makes a pipe; the inspection sees each frame once, when it was read, and may replace it. */
  Pipe(Link from, Link to, Valve valve, Semaphore budget, UnaryOperator<byte[]> inspection) {
    this.from = from;
    this.to = to;
    this.valve = valve;
    this.queue = new FrameQueue(budget);
    this.inspection = inspection;
  }

  /**
   * Starts both threads; {@code atEnd} runs when the source ended and all it sent was passed on.
   */
  void start(String name, Runnable atEnd) {
    Daemon.start(name + "-read", this::readAll);
    Daemon.start(name + "-write", () -> writeAll(atEnd));
  }

  /** Drops what is held and lets both threads end, once the sockets are closed. */
  void drop() {
    queue.drop();
    valve.lookAgain();
  }

  private void readAll() {
    try {
      FrameReader reader = new FrameReader(from.in(), queue);
      while (true) {
        Frame frame = reader.next();
        queue.put(inspected(frame));
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      // However the source ended, what it sent before is still passed on.
    } finally {
      queue.end();
    }
  }

  private Frame inspected(Frame frame) {
    boolean done = false;
    try {
      Frame passedOn = frame.with(inspection.apply(frame.payload()));
      done = true;
      return passedOn;
    } finally {
      if (!done) {
        queue.release(frame.weight());
      }
    }
  }

  private void writeAll(Runnable atEnd) {
    try {
      OutputStream out = new BufferedOutputStream(to.out(), 1 << 16);
      for (Frame frame = queue.take(); frame != null; frame = queue.take()) {
        write(frame, out);
      }
      atEnd.run();
    } catch (IOException | InterruptedException | RuntimeException e) {
      // The target is gone. What it sent before that is still to be passed on the other way, so
      // the connection ends when that direction has ended.
    } finally {
      queue.drop();
    }
  }

  private void write(Frame frame, OutputStream out) throws IOException, InterruptedException {
    try {
      if (valve.pass(queue::isDropped)) {
        frame.writeTo(out);
      }
    } finally {
      queue.release(frame.weight());
    }
  }
}
