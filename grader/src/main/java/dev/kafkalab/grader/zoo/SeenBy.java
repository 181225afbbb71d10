package dev.kafkalab.grader.zoo;

import dev.kafkalab.grader.engine.LabRubric;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.Part;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The criteria that run some part of a solution: a change of it affects no others. */
public enum SeenBy {
  TOPIC(Part.TOPIC),
  /** Those that run nothing else. */
  TOPIC_ONLY(Set.of(Part.TOPIC)::equals),
  PRODUCER(Part.PRODUCER),
  CONSUMER(Part.CONSUMER),
  DEAD_LETTERS(Part.DEAD_LETTERS),
  PROGRAM(Part.PROGRAM),
  ACTIVITY(Part.ACTIVITY),
  ANSWERS(Part.ANSWERS),
  ALL(runs -> true);

  private static final Map<String, SeenBy> BY_FILE =
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
          Map.entry("ProducerApp.java", PROGRAM),
          Map.entry("PrintingHandler.java", PROGRAM),
          Map.entry("UserActivityTracker.java", ACTIVITY),
          Map.entry("ANSWERS.md", ANSWERS));

  @SuppressWarnings("ImmutableEnumChecker") // each of these predicates is
  private final Predicate<Set<Part>> sees;

  SeenBy(Part part) {
    this(runs -> runs.contains(part));
  }

  SeenBy(Predicate<Set<Part>> sees) {
    this.sees = sees;
  }

  /** Returns the scope of a change of a file: all, if it is not known to belong to one side. */
  public static SeenBy of(String file) {
    return BY_FILE.getOrDefault(file, ALL);
  }

  /** Returns the ids of the criteria that at least one of these scopes has. */
  public static Set<String> criteriaOf(Collection<SeenBy> scopes) {
    return LabRubric.criteria().stream()
        .filter(criterion -> scopes.stream().anyMatch(scope -> scope.sees.test(criterion.runs())))
        .map(CriterionInfo::id)
        .collect(Collectors.toUnmodifiableSet());
  }
}
