package dev.kafkalab.grader.studentvm.process;

import dev.kafkalab.grader.thread.Daemon;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Writes lines to a student's JVM on a thread of its own: one that does not read what it is sent
 * holds up nobody here.
 *
 * <p>How much can wait is bounded by what the grader asks and by how many calls of the student's
 * code it answers ({@link Allowance}).
 */
public final class Outbox {

  private final BlockingQueue<byte[]> lines = new LinkedBlockingQueue<>();
  private final OutputStream out;
  private final Thread writer;

  private Outbox(String name, OutputStream out) {
    this.out = out;
    this.writer = Daemon.start(name, this::writeAll);
  }

  /** Starts its thread. */
  public static Outbox start(String name, OutputStream out) {
    return new Outbox(name, out);
  }

  /** Sends a line; returns at once. */
  public void send(byte[] line) {
    lines.add(line);
  }

  /** Ends the thread: nobody reads any more. */
  public void end() {
    writer.interrupt();
  }

  private void writeAll() {
    try (out) {
      while (true) {
        out.write(lines.take());
        out.write('\n');
        if (lines.isEmpty()) {
          out.flush();
        }
      }
    } catch (IOException e) {
      return; // the JVM has ended: whoever waits for a reply hears it from there
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
