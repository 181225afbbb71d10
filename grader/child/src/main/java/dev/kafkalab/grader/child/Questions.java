package dev.kafkalab.grader.child;

import dev.kafkalab.grader.wire.ToChild.Answer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** The handler's calls that wait for the grader's answer, by their numbers. */
final class Questions {

  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, CompletableFuture<Answer>> open = new ConcurrentHashMap<>();

  /**
   * Asks, and returns what the grader answers.
   *
   * @param asking sends the question with its number
   */
  Answer ask(LongConsumer asking) {
    long question = numbers.incrementAndGet();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    open.put(question, answer);
    asking.accept(question);
    // join() does not listen to interrupts: a held record stays held, whatever the student does to
    // their threads.
    Answer told = answer.join();
    open.remove(question);
    return told;
  }

  /** Ends the wait of the call that an answer is for. */
  void take(Answer answer) {
    CompletableFuture<Answer> question = open.get(answer.question());
    if (question != null) {
      question.complete(answer);
    }
  }
}
