package dev.kafkalab.grader.criteria.consumer;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.evidence.EventGenerator;
import dev.kafkalab.grader.evidence.EventIdentity;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Events of each partition, and those for which the handler throws: two in the middle of one
 * partition, one in the middle of another, and the last one of the third.
 *
 * @param byPartition all of them
 * @param answers how the handler throws for some
 */
record FailingEvents(List<List<UserEvent>> byPartition, Map<UserEvent, Refusal> answers) {

  /**
   * How the handler throws.
   *
   * @param times how often; some failures pass
   */
  record Refusal(Answer answer, int times) {}

  /** Its first event is held while the others are published. */
  static final int PLUGGED = 1;

  private static final int BACKLOG = 24;
  private static final int BESIDES = 6;
  private static final int APART = 4;

  /** Failures one after the other, each once: a consumer may not give up after some. */
  private static final int FROM = 11;

  private static final int IN_A_ROW = 8;

  /** All failures forever, ten tries of each and ten seconds apart, would take six minutes. */
  private static final int TWICE = 2;

  static FailingEvents draw(ConsumerStage consumer, EventGenerator random) {
    List<UserEvent> first = consumer.newEvents(BESIDES);
    List<UserEvent> plugged = consumer.newEvents(BACKLOG);
    List<UserEvent> last = consumer.newEvents(BESIDES);
    int middle = 2 + random.below(FROM - APART - 2);
    // Code that catches one type of exception by name does not catch the next one.
    Map<UserEvent, Refusal> answers = new LinkedHashMap<>();
    answers.put(plugged.get(middle), new Refusal(Answer.THROW, Integer.MAX_VALUE));
    answers.put(plugged.get(middle + APART), new Refusal(Answer.THROW_OWN_TYPE, TWICE));
    answers.put(first.get(1 + random.below(BESIDES - 2)), new Refusal(Answer.THROW, TWICE));
    answers.put(last.get(BESIDES - 1), new Refusal(Answer.THROW, Integer.MAX_VALUE));
    for (int i = FROM; i < FROM + IN_A_ROW; i++) {
      answers.put(plugged.get(i), new Refusal(Answer.THROW, 1));
    }
    return new FailingEvents(List.of(first, plugged, last), answers);
  }

  /** Has the handler throw from now on. */
  void refuseIn(StudentRun run) {
    answers.forEach(
        (event, refusal) ->
            run.gate()
                .answer(
                    refusal.times(), call -> EventIdentity.isAbout(call, event), refusal.answer()));
  }

  boolean isFailing(UserEvent event) {
    return answers.containsKey(event);
  }
}
