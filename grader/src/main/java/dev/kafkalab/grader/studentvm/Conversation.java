package dev.kafkalab.grader.studentvm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.grader.clock.Deadline;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.JvmEnd.Cause;
import dev.kafkalab.grader.thread.Daemon;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Talks to a student's JVM over its pipes: requests out, replies, questions and reports in. */
final class Conversation {

  /** A request's number and what will be replied to it. */
  record Reply(long id, CompletableFuture<JsonNode> future) {}

  private static final int OUT_OF_MEMORY_EXIT = 3;
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration TO_READ = Duration.ofSeconds(5);

  private final Process process;
  private final ProcessTree tree;
  private final Outbox outbox;
  private final Allowance allowance = new Allowance();
  private final byte[] token = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
  private final OutputTail output = new OutputTail();
  private final Gate gate = new Gate(this::answer);
  private final List<DeliveryReport> reports = new ArrayList<>();
  private final ClientLog clients = new ClientLog();
  private final Map<Long, CompletableFuture<JsonNode>> replies = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final CompletableFuture<JvmEnd> end = new CompletableFuture<>();
  private volatile @Nullable Cause endedBecause;
  private volatile boolean ready;
  private volatile @Nullable Location exitedAt;
  private long lines; // of this side's, for the one thread that reads them

  Conversation(Process process, ProcessTree tree) {
    this.process = process;
    this.tree = tree;
    this.outbox = Outbox.start("student-" + process.pid() + "-stdin", process.getOutputStream());
  }

  void start() {
    Thread stderr = reader("stderr", process.getErrorStream(), this::keep);
    Thread stdout = reader("stdout", process.getInputStream(), this::takeLine);
    outbox.send(token);
    Daemon.start("student-" + process.pid(), () -> watch(stdout, stderr));
  }

  /** What was sent before the end counts: it is read to its end first. */
  private void watch(Thread stdout, Thread stderr) {
    int exitCode = process.onExit().join().exitValue();
    if (!isRead(stdout, LOOK) || !isRead(stderr, LOOK)) {
      tree.killOrphans(); // a grandchild keeps the pipes open after its parent is dead
      boolean unused = isRead(stdout, TO_READ) && isRead(stderr, TO_READ);
    }
    outbox.end();
    end(exitCode);
  }

  private static boolean isRead(Thread reader, Duration bound) {
    Deadline deadline = Deadline.in(bound);
    try {
      while (reader.isAlive() && !deadline.hasPassed()) {
        reader.join(LOOK.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !reader.isAlive();
  }

  /** Ends the process and all that it started, for this reason. */
  void kill(Cause cause) {
    endedBecause(cause);
    tree.kill();
  }

  /** Returns whether the JVM has got to where the student's code can be called. */
  boolean isReady() {
    return ready;
  }

  Gate gate() {
    return gate;
  }

  List<DeliveryReport> deliveryReports() {
    synchronized (reports) {
      return List.copyOf(reports);
    }
  }

  ClientLog clients() {
    return clients;
  }

  CompletableFuture<JvmEnd> end() {
    return end;
  }

  List<String> lastOutput() {
    return output.lines();
  }

  /** Remembers why the process is about to be killed; the first reason counts. */
  private synchronized void endedBecause(Cause cause) {
    if (endedBecause == null && !end.isDone()) {
      endedBecause = cause;
    }
  }

  /**
   * Waits until the process has ended and all that it sent was read.
   *
   * @param bound how long, in the time of a {@link Deadline}
   * @return whether it has
   */
  boolean awaitEnd(Duration bound) {
    Deadline deadline = Deadline.in(bound);
    do {
      try {
        JvmEnd unused = end.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException e) {
        // the machine may not have got to it yet
      } catch (ExecutionException e) {
        throw new IllegalStateException(e); // nobody completes it so
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return end.isDone();
      }
    } while (!deadline.hasPassed());
    return false;
  }

  Reply request(ObjectNode request) {
    long id = ids.incrementAndGet();
    CompletableFuture<JsonNode> future = new CompletableFuture<>();
    replies.put(id, future);
    if (end.isDone()) {
      future.completeExceptionally(new IllegalStateException("the JVM has ended"));
    }
    outbox.send(Messages.bytes(request.put("id", id)));
    return new Reply(id, future);
  }

  private void answer(HandlerCall call, Gate.Answer answer) {
    outbox.send(
        Messages.bytes(
            Messages.message("answer").put("question", call.question()).put("do", answer.word())));
  }

  private boolean takeLine(byte[] line, int length) {
    if (!startsWithToken(line, length)) {
      return keep(line, length);
    }
    try {
      return take(Messages.parse(line, token.length, length), length);
    } catch (IOException | RuntimeException e) {
      return keep(line, length); // not written by our side: somebody plays with the pipe
    }
  }

  private boolean startsWithToken(byte[] line, int length) {
    return length > token.length && Arrays.equals(line, 0, token.length, token, 0, token.length);
  }

  private boolean keep(byte[] line, int length) {
    if (output.add(line, length)) {
      return true;
    }
    kill(Cause.FLOODED_OUTPUT);
    return false;
  }

  /** Takes a message; returns whether to go on reading. */
  private boolean take(JsonNode message, int length) {
    lines++;
    String kind = message.path("kind").asText();
    if ((kind.equals("ask") || kind.equals("report")) && !allowance.take(length)) {
      kill(Cause.FLOODED_CALLS);
      return false;
    }
    switch (kind) {
      case "client" -> clients.take(message, lines, System.nanoTime());
      case "ask" -> gate.ask(Messages.handlerCall(message, lines));
      case "reply" -> {
        CompletableFuture<JsonNode> reply = replies.remove(message.path("call").asLong());
        if (reply != null) {
          reply.complete(message);
        }
      }
      case "report" -> {
        synchronized (reports) {
          reports.add(Messages.report(message));
        }
      }
      case "exit" -> exitedAt = Messages.location(message.path("frames"));
      case "ready" -> ready = true;
      default -> {
        return true; // a newer child side would not be beside this grader
      }
    }
    return true;
  }

  private void end(int exitCode) {
    Cause known = endedBecause;
    end.complete(new JvmEnd(known == null ? causeOf(exitCode) : known, exitCode, exitedAt));
    IllegalStateException gone = new IllegalStateException("the JVM has ended");
    replies.values().forEach(reply -> reply.completeExceptionally(gone));
  }

  private Cause causeOf(int exitCode) {
    if (!ready) {
      return Cause.NEVER_READY;
    }
    return exitCode == OUT_OF_MEMORY_EXIT && exitedAt == null
        ? Cause.OUT_OF_MEMORY
        : Cause.ENDED_ITSELF;
  }

  private Thread reader(String name, InputStream in, LineReader.Sink sink) {
    return Daemon.start("student-" + process.pid() + "-" + name, () -> read(in, sink));
  }

  private void read(InputStream in, LineReader.Sink sink) {
    try (in) {
      new LineReader(in).readAll(sink);
    } catch (IOException e) {
      return; // the pipe closes with the process
    } catch (RuntimeException | Error e) {
      // Without a reader all that they do would look like nothing.
      kill(Cause.GRADER_FAILED);
    }
  }
}
