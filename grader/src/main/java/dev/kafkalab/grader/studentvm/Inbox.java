package dev.kafkalab.grader.studentvm;

import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.process.Allowance;
import dev.kafkalab.grader.studentvm.recorder.ClientLog;
import dev.kafkalab.grader.studentvm.recorder.Locations;
import dev.kafkalab.grader.wire.FromChild;
import dev.kafkalab.grader.wire.FromChild.EventDelivered;
import dev.kafkalab.grader.wire.FromChild.EventNotDelivered;
import dev.kafkalab.grader.wire.FromChild.ExitCalled;
import dev.kafkalab.grader.wire.FromChild.HandlerCalled;
import dev.kafkalab.grader.wire.FromChild.Ready;
import dev.kafkalab.grader.wire.Note;
import dev.kafkalab.grader.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Sorts what a student's JVM tells, each to whoever waits for it. */
final class Inbox {

  private final Allowance allowance = new Allowance();
  private final Gate gate;
  private final List<DeliveryReport> reports = new ArrayList<>();
  private final ClientLog clients = new ClientLog();
  private final Map<Long, CompletableFuture<Reply>> replies = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private volatile boolean ready;
  private volatile Runnable whenReady = () -> {};
  private volatile @Nullable Location exitedAt;
  private long lines; // of this side's, for the one thread that reads them

  Inbox(Gate gate) {
    this.gate = gate;
  }

  Gate gate() {
    return gate;
  }

  ClientLog clients() {
    return clients;
  }

  List<DeliveryReport> deliveryReports() {
    synchronized (reports) {
      return List.copyOf(reports);
    }
  }

  void whenReady(Runnable task) {
    whenReady = task;
  }

  /** Returns whether the JVM has got to where the student's code can be called. */
  boolean isReady() {
    return ready;
  }

  /** Returns the student's line that called {@code System.exit}; null where none did. */
  @Nullable Location exitedAt() {
    return exitedAt;
  }

  /** Returns a new request's number and its reply to come. */
  Asked expectReply() {
    Asked asked = new Asked(ids.incrementAndGet(), new CompletableFuture<>());
    replies.put(asked.id(), asked.reply());
    return asked;
  }

  /** Ends all waits for replies: there will be none. */
  void end() {
    IllegalStateException gone = new IllegalStateException("the JVM has ended");
    replies.values().forEach(reply -> reply.completeExceptionally(gone));
  }

  /**
   * Takes a message, unless its kind is unknown.
   *
   * @param length of its line
   * @param values in it
   * @return false where there were too many of them, or calls of the handler or the listener
   */
  boolean take(@Nullable FromChild message, int length, int values) {
    lines++;
    if (!allowance.takeMessage() || (isCall(message) && !allowance.takeCall(length, values))) {
      return false;
    }
    if (message instanceof Note note) {
      clients.take(note, lines, System.nanoTime());
    } else if (message instanceof HandlerCalled call) {
      gate.ask(HandlerCall.of(call, lines));
    } else if (message instanceof Reply reply) {
      take(reply);
    } else if (message instanceof ExitCalled exit) {
      exitedAt = Locations.of(exit.at());
    } else if (message instanceof Ready) {
      ready = true;
      whenReady.run();
    } else if (message instanceof EventDelivered told) {
      take(DeliveryReport.of(told));
    } else if (message instanceof EventNotDelivered told) {
      take(DeliveryReport.of(told));
    }
    return true;
  }

  private static boolean isCall(@Nullable FromChild message) {
    return message instanceof HandlerCalled
        || message instanceof EventDelivered
        || message instanceof EventNotDelivered;
  }

  private void take(Reply reply) {
    CompletableFuture<Reply> waiting = replies.remove(reply.call());
    if (waiting != null) {
      waiting.complete(reply);
    }
  }

  private void take(DeliveryReport report) {
    synchronized (reports) {
      reports.add(report);
    }
  }
}
