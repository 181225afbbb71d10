package dev.kafkalab.grader.child;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.api.UserEventHandler;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Is the gate: each call becomes a question to the grader and returns when the grader has answered.
 */
final class AskingHandler implements UserEventHandler {

  private static final String REFUSAL = "The handler refuses this event (thrown by the grader)";

  private static final AtomicLong QUESTIONS = new AtomicLong();

  private final Wire wire;
  private final String part;
  private final Map<Long, CompletableFuture<String>> open;

  AskingHandler(Wire wire, String part, Map<Long, CompletableFuture<String>> open) {
    this.wire = wire;
    this.part = part;
    this.open = open;
  }

  static Map<Long, CompletableFuture<String>> noQuestions() {
    return new ConcurrentHashMap<>();
  }

  @Override
  public void onLogin(UserEvent event) {
    ask("onLogin", event);
  }

  @Override
  public void onPurchase(UserEvent event) {
    ask("onPurchase", event);
  }

  @Override
  public void onLogout(UserEvent event) {
    ask("onLogout", event);
  }

  @Override
  public void onOther(UserEvent event) {
    ask("onOther", event);
  }

  private void ask(String method, @Nullable UserEvent event) {
    long question = QUESTIONS.incrementAndGet();
    CompletableFuture<String> answer = new CompletableFuture<>();
    open.put(question, answer);
    ObjectNode message = wire.message("ask").put("question", question).put("part", part);
    message.put("method", method);
    if (event != null) {
      message.set("event", EventJson.write(event));
    }
    wire.send(message);
    // join() does not listen to interrupts: a held record stays held, whatever the student does to
    // their threads.
    String told = answer.join();
    open.remove(question);
    switch (told) {
      case "throw" -> throw new IllegalStateException(REFUSAL);
      case "throw-own-type" -> throw new EventRefused(REFUSAL);
      default -> {}
    }
  }
}
