package dev.kafkalab.grader.studentvm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.grader.clock.Deadline;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.JvmEnd.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

  private final Process process;
  private final Runnable onFlood;
  private final byte[] token = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
  private final OutputTail output = new OutputTail();
  private final Gate gate = new Gate(this::answer);
  private final List<DeliveryReport> reports = new ArrayList<>();
  private final ClientLog clients = new ClientLog();
  private final Map<Long, CompletableFuture<JsonNode>> replies = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final CompletableFuture<JvmEnd> end = new CompletableFuture<>();
  private volatile @Nullable Cause endedBecause;
  private volatile @Nullable Location exitedAt;
  private long lines; // of this side's, for the one thread that reads them

  Conversation(Process process, Runnable onFlood) {
    this.process = process;
    this.onFlood = onFlood;
  }

  void start() {
    Thread stderr = reader("stderr", process.getErrorStream(), this::keep);
    Thread stdout = reader("stdout", process.getInputStream(), this::takeLine);
    send(token);
    Thread watcher = new Thread(() -> watch(stdout, stderr), "student-" + process.pid());
    watcher.setDaemon(true);
    watcher.start();
  }

  private void watch(Thread stdout, Thread stderr) {
    int exitCode = process.onExit().join().exitValue();
    joinQuietly(stdout);
    joinQuietly(stderr);
    end(exitCode);
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
  synchronized void endedBecause(Cause cause) {
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
    send(Messages.bytes(request.put("id", id)));
    return new Reply(id, future);
  }

  private void answer(HandlerCall call, Gate.Answer answer) {
    send(
        Messages.bytes(
            Messages.message("answer").put("question", call.question()).put("do", answer.word())));
  }

  private boolean takeLine(byte[] line, int length) {
    if (!startsWithToken(line, length)) {
      return keep(line, length);
    }
    try {
      take(Messages.parse(line, token.length, length));
    } catch (IOException | RuntimeException e) {
      return keep(line, length); // not written by our side: somebody plays with the pipe
    }
    return true;
  }

  private boolean startsWithToken(byte[] line, int length) {
    return length > token.length && Arrays.equals(line, 0, token.length, token, 0, token.length);
  }

  private boolean keep(byte[] line, int length) {
    if (output.add(line, length)) {
      return true;
    }
    onFlood.run();
    return false;
  }

  private void take(JsonNode message) {
    lines++;
    switch (message.path("kind").asText()) {
      case "client" -> clients.take(message, lines, System.nanoTime());
      case "ask" ->
          gate.ask(
              new HandlerCall(
                  lines,
                  message.path("question").asLong(),
                  message.path("part").asText(),
                  message.path("method").asText(),
                  EventWire.read(message.path("event"))));
      case "reply" -> {
        CompletableFuture<JsonNode> reply = replies.get(message.path("call").asLong());
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
      default -> {
        // "ready": nothing waits for it, requests queue in the pipe
      }
    }
  }

  private void end(int exitCode) {
    Cause cause = endedBecause;
    if (cause == null) {
      cause =
          exitCode == OUT_OF_MEMORY_EXIT && exitedAt == null
              ? Cause.OUT_OF_MEMORY
              : Cause.ENDED_ITSELF;
    }
    end.complete(new JvmEnd(cause, exitCode, exitedAt));
    IllegalStateException gone = new IllegalStateException("the JVM has ended");
    replies.values().forEach(reply -> reply.completeExceptionally(gone));
  }

  private Thread reader(String name, InputStream in, LineReader.Sink sink) {
    Thread thread =
        new Thread(
            () -> {
              try (in) {
                new LineReader(in).readAll(sink);
              } catch (IOException e) {
                return; // the pipe closes with the process
              }
            },
            "student-" + process.pid() + "-" + name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void send(byte[] line) {
    try {
      OutputStream out = process.getOutputStream();
      synchronized (out) {
        out.write(line);
        out.write('\n');
        out.flush();
      }
    } catch (IOException e) {
      return; // the JVM has ended: whoever waits for a reply hears it from there
    }
  }

  private static void joinQuietly(Thread thread) {
    try {
      // A grandchild may keep the pipe open after its parent is dead: what it prints is not waited
      // for.
      thread.join(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
