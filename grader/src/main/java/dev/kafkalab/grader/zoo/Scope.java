package dev.kafkalab.grader.zoo;

import dev.kafkalab.grader.engine.LabRubric;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The criteria that run some part of a solution: a change of it affects no others. */
public enum Scope {
  TOPIC(Set.of("topic.created", "consumer.shutdown")::contains),
  TOPIC_ONLY("topic.created"::equals),
  PRODUCER(
      id ->
          id.startsWith("producer.") || Set.of("bonus.headers", "bonus.config-file").contains(id)),
  CONSUMER(
      id ->
          (id.startsWith("consumer.") && !id.equals("consumer.activity"))
              || id.startsWith("group.")
              || (id.startsWith("bonus.") && !id.equals("bonus.headers"))),
  DEAD_LETTERS(
      Set.of("consumer.malformed-json", "consumer.shutdown", "bonus.dead-letter", "bonus.metrics")
          ::contains),
  PROGRAM("consumer.shutdown"::equals),
  ACTIVITY(Set.of("consumer.activity", "consumer.shutdown")::contains),
  ANSWERS("answers"::equals),
  ALL(id -> true);

  private static final Map<String, Scope> BY_FILE =
      Map.ofEntries(
          Map.entry("KafkaTopicSetup.java", TOPIC),
          Map.entry("KafkaUserEventProducer.java", PRODUCER),
          Map.entry("EventRecord.java", PRODUCER),
          Map.entry("Delivery.java", PRODUCER),
          Map.entry("KafkaUserEventConsumer.java", CONSUMER),
          Map.entry("EventLoop.java", CONSUMER),
          Map.entry("EventDispatcher.java", CONSUMER),
          Map.entry("EventCounts.java", CONSUMER),
          Map.entry("HandledOffsets.java", CONSUMER),
          Map.entry("DelayedRetries.java", CONSUMER),
          Map.entry("Reading.java", CONSUMER),
          Map.entry("DeadLetters.java", CONSUMER),
          Map.entry("DeadLetter.java", CONSUMER),
          Map.entry("ConsumerApp.java", PROGRAM),
          Map.entry("PrintingHandler.java", PROGRAM),
          Map.entry("UserActivityTracker.java", ACTIVITY),
          Map.entry("ANSWERS.md", ANSWERS));

  @SuppressWarnings("ImmutableEnumChecker") // each of these predicates is
  private final Predicate<String> sees;

  Scope(Predicate<String> sees) {
    this.sees = sees;
  }

  /** Returns the scope of a change of a file: all, if it is not known to belong to one side. */
  static Scope of(String file) {
    return BY_FILE.getOrDefault(file, ALL);
  }

  /** Returns the ids of the criteria that at least one of these scopes has. */
  public static Set<String> criteriaOf(Collection<Scope> scopes) {
    return LabRubric.criteria().stream()
        .map(CriterionInfo::id)
        .filter(id -> scopes.stream().anyMatch(scope -> scope.sees.test(id)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
