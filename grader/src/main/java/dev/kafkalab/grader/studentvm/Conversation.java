package dev.kafkalab.grader.studentvm;

import dev.kafkalab.grader.clock.Deadline;
import dev.kafkalab.grader.isolation.Inmate;
import dev.kafkalab.grader.studentvm.JvmEnd.Cause;
import dev.kafkalab.grader.studentvm.process.LineReader;
import dev.kafkalab.grader.studentvm.process.Outbox;
import dev.kafkalab.grader.studentvm.process.OutputTail;
import dev.kafkalab.grader.thread.Daemon;
import dev.kafkalab.grader.wire.FromChild;
import dev.kafkalab.grader.wire.ToChild.Request;
import dev.kafkalab.grader.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Talks to a student's JVM over its pipes: requests out, replies, questions and reports in. */
final class Conversation {

  private static final int OUT_OF_MEMORY_EXIT = 3;
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration TO_READ = Duration.ofSeconds(5);

  private final Process process;
  private final Inmate inmate;
  private final Outbox outbox;
  private final byte[] token = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
  private final OutputTail output = new OutputTail();
  private final Inbox inbox = new Inbox(new Gate(this::answer));
  private final CompletableFuture<JvmEnd> end = new CompletableFuture<>();
  private volatile @Nullable Cause endedBecause;

  Conversation(Inmate inmate) {
    this.process = inmate.process();
    this.inmate = inmate;
    this.outbox = Outbox.start("student-" + process.pid() + "-stdin", process.getOutputStream());
  }

  /**
   * Starts to talk.
   *
   * @param whenReady what to do as soon as the student's code can be called
   */
  void start(Runnable whenReady) {
    inbox.whenReady(whenReady);
    Thread stderr = reader("stderr", process.getErrorStream(), this::keep);
    Thread stdout = reader("stdout", process.getInputStream(), this::takeLine);
    outbox.send(token);
    Daemon.start("student-" + process.pid(), () -> watch(stdout, stderr));
  }

  /** What was sent before the end counts: it is read to its end first. */
  private void watch(Thread stdout, Thread stderr) {
    int exitCode = process.onExit().join().exitValue();
    if (!isRead(stdout, LOOK) || !isRead(stderr, LOOK)) {
      inmate.killOrphans(); // a grandchild keeps the pipes open after its parent is dead
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
    inmate.kill();
  }

  /** Returns what the JVM has told. */
  Inbox inbox() {
    return inbox;
  }

  CompletableFuture<JvmEnd> end() {
    return end;
  }

  List<String> lastOutput() {
    return output.lines();
  }

  List<String> output() {
    return output.kept();
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

  /**
   * Asks for something; returns at once.
   *
   * @param request makes the request with its number
   */
  Asked request(LongFunction<Request> request) {
    Asked asked = inbox.expectReply();
    if (end.isDone()) {
      inbox.end();
    }
    outbox.send(Wire.write(request.apply(asked.id())));
    return asked;
  }

  private void answer(HandlerCall call, Gate.Answer answer) {
    outbox.send(Wire.write(answer.to(call.question())));
  }

  private boolean takeLine(byte[] line, int length) {
    if (!startsWithToken(line, length)) {
      return keep(line, length);
    }
    try {
      FromChild message = Wire.readFromChild(line, token.length, length);
      int values = Wire.values(line, token.length, length);
      return inbox.take(message, length, values) || refuse(Cause.FLOODED_CALLS);
    } catch (IOException | RuntimeException e) {
      return keep(line, length); // not written by our side: somebody plays with the pipe
    }
  }

  private boolean startsWithToken(byte[] line, int length) {
    return length > token.length && Arrays.equals(line, 0, token.length, token, 0, token.length);
  }

  private boolean keep(byte[] line, int length) {
    return output.add(line, length) || refuse(Cause.FLOODED_OUTPUT);
  }

  private boolean refuse(Cause cause) {
    kill(cause);
    return false;
  }

  private void end(int exitCode) {
    Cause known = endedBecause;
    Cause cause = known == null ? causeOf(exitCode) : known;
    end.complete(new JvmEnd(cause, exitCode, inbox.exitedAt()));
    inbox.end();
  }

  private Cause causeOf(int exitCode) {
    if (!inbox.isReady()) {
      return Cause.NEVER_READY;
    }
    return exitCode == OUT_OF_MEMORY_EXIT && inbox.exitedAt() == null
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
