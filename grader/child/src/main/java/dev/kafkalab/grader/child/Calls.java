package dev.kafkalab.grader.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.api.NotAttempted;
import dev.kafkalab.grader.thread.Daemon;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes each call that the grader asks for on a thread of its own and replies with how it ended.
 */
final class Calls {

  private final Wire wire;
  private final Map<Long, CompletableFuture<String>> questions = AskingHandler.noQuestions();
  private final Parts parts;
  private final Map<Long, Thread> running = new ConcurrentHashMap<>();

  Calls(Wire wire) {
    this.wire = wire;
    this.parts = new Parts(wire, questions);
  }

  /** Loads what every call will need, while nobody waits for it. */
  void warmUp() {
    Daemon.start("warm-up", WarmUp::loadClients);
  }

  void take(JsonNode request) {
    switch (request.get("kind").asText()) {
      case "answer" -> answer(request);
      case "where" -> where(request);
      default -> call(request);
    }
  }

  private void answer(JsonNode request) {
    CompletableFuture<String> question = questions.get(request.get("question").asLong());
    if (question != null) {
      question.complete(request.get("do").asText());
    }
  }

  /** Tells where a call that has not returned stands. */
  private void where(JsonNode request) {
    Thread thread = running.get(request.get("call").asLong());
    StackTraceElement[] stack = thread == null ? new StackTraceElement[0] : thread.getStackTrace();
    ObjectNode reply = wire.message("reply").put("call", request.get("id").asLong());
    reply
        .putObject("value")
        .put("busyMillis", thread == null ? 0 : busyMillis(thread))
        .put("in", Frames.innermostCallOfStudent(stack))
        .set("frames", Frames.ofStudent(stack));
    wire.send(reply);
  }

  /** Returns the processor time that a thread has used. */
  private static long busyMillis(Thread thread) {
    long nanos = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    return Math.max(0, nanos) / 1_000_000;
  }

  private void call(JsonNode request) {
    long id = request.get("id").asLong();
    Daemon.start("lab-" + request.get("kind").asText() + "-" + id, () -> perform(id, request));
  }

  @SuppressWarnings("CatchAndPrintStackTrace")
  private void perform(long id, JsonNode request) {
    running.put(id, Thread.currentThread());
    ObjectNode reply = wire.message("reply").put("call", id);
    try {
      reply.set("value", value(request));
    } catch (InvocationTargetException e) {
      reply.set("thrown", thrown(e.getCause() == null ? e : e.getCause()));
    } catch (
        Throwable e) { // Errors are theirs too: each is an answer, none may end this JVM's service
      reply.set("thrown", thrown(e));
    } finally {
      running.remove(id);
    }
    wire.send(reply);
  }

  private @Nullable JsonNode value(JsonNode request) throws ReflectiveOperationException {
    String part = request.get("part").asText();
    switch (request.get("kind").asText()) {
      case "open" -> parts.open(part, request.get("type").asText(), request.get("settings"));
      case "createTopic" -> parts.topicSetup(part).createTopic();
      case "send" -> {
        return send(part, request.get("events"));
      }
      case "close" -> parts.producer(part).close();
      case "run" -> parts.consumer(part).run();
      case "stop" -> parts.consumer(part).stop();
      case "metrics" -> {
        return Accounts.metrics(parts.consumer(part).metrics());
      }
      case "account" -> {
        return Accounts.after(parts.activity(part), request.get("events"));
      }
      default -> throw new IllegalArgumentException(request.toString());
    }
    return null;
  }

  private ArrayNode send(String part, JsonNode events) {
    ArrayNode accepted = Wire.JSON.createArrayNode();
    for (JsonNode event : events) {
      accepted.add(parts.producer(part).send(EventJson.read(event)));
    }
    return accepted;
  }

  static ObjectNode thrown(Throwable failure) {
    ObjectNode node = Wire.JSON.createObjectNode();
    node.put("type", failure.getClass().getName());
    node.put("message", String.valueOf(failure.getMessage()));
    node.put("notAttempted", failure instanceof NotAttempted);
    node.set("frames", Frames.ofStudent(failure));
    return node;
  }
}
