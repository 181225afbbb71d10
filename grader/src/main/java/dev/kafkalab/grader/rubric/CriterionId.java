package dev.kafkalab.grader.rubric;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Names every criterion of the lab, once, in the order of the rubric: what others build on comes
 * first, because it is what a student writes first.
 */
public enum CriterionId {
  TOPIC_CREATED("topic.created"),
  PRODUCER_DELIVERS("producer.delivers"),
  PRODUCER_KEY_AFFINITY("producer.key-affinity"),
  PRODUCER_ORDERING("producer.ordering"),
  PRODUCER_ACKS("producer.acks"),
  PRODUCER_RETRIES("producer.retries"),
  PRODUCER_DELIVERY_REPORT("producer.delivery-report"),
  PRODUCER_CLOSE_FLUSHES("producer.close-flushes"),
  CONSUMER_DISPATCHES("consumer.dispatches"),
  CONSUMER_ACTIVITY("consumer.activity"),
  CONSUMER_MANUAL_COMMIT("consumer.manual-commit"),
  CONSUMER_MALFORMED_JSON("consumer.malformed-json"),
  CONSUMER_RESUMES("consumer.resumes"),
  CONSUMER_CRASH("consumer.crash"),
  CONSUMER_FAILING_HANDLER("consumer.failing-handler"),
  CONSUMER_SHUTDOWN("consumer.shutdown"),
  GROUP_DISTRIBUTION("group.distribution"),
  GROUP_REBALANCE("group.rebalance"),
  ANSWERS("answers"),
  BONUS_HEADERS("bonus.headers"),
  BONUS_DEAD_LETTER("bonus.dead-letter"),
  BONUS_METRICS("bonus.metrics"),
  BONUS_BATCH("bonus.batch"),
  BONUS_CONFIG_FILE("bonus.config-file");

  private final String id;

  CriterionId(String id) {
    this.id = id;
  }

  /**
   * Returns the criterion of this name.
   *
   * @throws IllegalArgumentException if there is none, with all names
   */
  public static CriterionId named(String name) {
    return Arrays.stream(values())
        .filter(criterion -> criterion.id.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no criterion '%s'. There are: %s"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(CriterionId::toString)
                                .collect(Collectors.joining(", ")))));
  }

  /** Returns the name in reports and on the command line, such as {@code producer.key-affinity}. */
  @Override
  public String toString() {
    return id;
  }
}
