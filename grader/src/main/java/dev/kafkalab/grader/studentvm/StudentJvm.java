package dev.kafkalab.grader.studentvm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.studentvm.JvmEnd.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A JVM that has the student's code and does what it is asked to.
 *
 * <p>Nothing that runs in it can stop the grader: its output is bounded, every call has a deadline,
 * and it is killed with all that it started.
 */
public final class StudentJvm implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(5);

  private final ProcessTree tree;
  private final Conversation conversation;

  private StudentJvm(Process process, String id) {
    this.tree = new ProcessTree(process.toHandle(), JvmProcess.MARKER + "=" + id);
    this.conversation = new Conversation(process, () -> kill(Cause.FLOODED_OUTPUT));
  }

  /** Forks a JVM; returns at once, while it starts. */
  public static StudentJvm start(StudentJvmSettings settings) {
    String id = UUID.randomUUID().toString();
    StudentJvm jvm = new StudentJvm(JvmProcess.start(settings, id), id);
    jvm.conversation.start();
    return jvm;
  }

  /** Returns where the student's code calls the handler. */
  public Gate gate() {
    return conversation.gate();
  }

  /** Returns every call of the delivery listener so far, oldest first. */
  public List<DeliveryReport> deliveryReports() {
    return conversation.deliveryReports();
  }

  /** Returns how it ended, where it has. */
  public Optional<JvmEnd> end() {
    return Optional.ofNullable(conversation.end().getNow(null));
  }

  /**
   * Fails where this JVM is gone and nobody asked for that.
   *
   * @throws StudentFailure.JvmEnded with what is known of the end
   */
  public void failIfEnded() {
    end()
        .filter(end -> end.cause() != Cause.KILLED_BY_GRADER)
        .ifPresent(
            end -> {
              throw new StudentFailure.JvmEnded(end, conversation.lastOutput());
            });
  }

  /** Kills it with all that it started, as {@code kill -9} does; on return it is dead. */
  public void kill() {
    kill(Cause.KILLED_BY_GRADER);
    conversation.awaitEnd(GRACE);
  }

  @Override
  public void close() {
    kill();
    tree.killOrphans();
  }

  private void kill(Cause cause) {
    conversation.endedBecause(cause);
    tree.kill();
  }

  /** Asks for a call, without waiting for it to return. */
  PendingCall call(String name, ObjectNode request) {
    return new PendingCall(this, name, conversation.request(request));
  }

  /** Waits for a call to return. */
  JsonNode await(PendingCall call, Duration deadline) {
    try {
      return Messages.valueOf(
          call.reply().future().get(deadline.toMillis(), TimeUnit.MILLISECONDS), call.name());
    } catch (TimeoutException e) {
      failIfEnded();
      throw stuck(call, deadline);
    } catch (ExecutionException e) {
      failIfEnded();
      throw new IllegalStateException("The student's JVM was ended during " + call.name(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during " + call.name(), e);
    }
  }

  /** Describes a call that has not returned, by where it stands. */
  StudentFailure.DidNotReturn stuck(PendingCall call, Duration waited) {
    CompletableFuture<JsonNode> answer =
        conversation.request(Messages.message("where").put("call", call.reply().id())).future();
    try {
      JsonNode where = answer.get(GRACE.toMillis(), TimeUnit.MILLISECONDS).path("value");
      Location location = Messages.location(where.path("frames"));
      return new StudentFailure.DidNotReturn(
          call.name(), waited, where.path("in").asText(), location);
    } catch (TimeoutException | ExecutionException e) {
      return new StudentFailure.DidNotReturn(call.name(), waited, "", null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new StudentFailure.DidNotReturn(call.name(), waited, "", null);
    }
  }
}
