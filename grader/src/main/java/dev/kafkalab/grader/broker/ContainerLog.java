package dev.kafkalab.grader.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.testcontainers.containers.output.OutputFrame;

/** The last output of a container, to find out why it did not start. */
final class ContainerLog implements Consumer<OutputFrame> {

  private static final int MOST = 2_000;

  private final Deque<String> frames = new ArrayDeque<>();

  @Override
  public synchronized void accept(OutputFrame frame) {
    frames.add(frame.getUtf8String());
    if (frames.size() > MOST) {
      frames.remove();
    }
  }

  /** Writes it to a file and returns a clause that says where; empty for an empty log. */
  synchronized String keep() {
    if (frames.isEmpty()) {
      return "";
    }
    try {
      Path file = Files.createTempFile("kafka-container-", ".log");
      Files.writeString(file, String.join("", frames));
      return "; its output is in " + file;
    } catch (IOException e) {
      return "; its output could not be saved: " + e; // the reason must not be lost over that
    }
  }
}
