package dev.kafkalab.grader.proof;

import static dev.kafkalab.grader.proof.Edit.consumer;
import static dev.kafkalab.grader.proof.Edit.loop;
import static dev.kafkalab.grader.proof.Edit.offsets;

import java.util.List;

/** Submissions that are wrong as soon as there is more than one member. */
final class BrokenGroups {

  private static final String SUBSCRIBE = "consumer.subscribe(List.of(topic), handled);";
  private static final String ON_ASSIGNED =
      "    // Kafka's client starts at the committed offset by itself.\n";
  private static final String FIELD = "  private final Consumer<?, ?> consumer;\n";

  private BrokenGroups() {}

  static List<KnownSubmission> all() {
    return List.of(
        KnownSubmission.of(
                "assign instead of subscribe",
                loop(
                    SUBSCRIBE,
                    """
                    consumer.assign(
                        consumer.partitionsFor(topic).stream()
                            .map(p -> new org.apache.kafka.common.TopicPartition(p.topic(), p.partition()))
                            .toList());
                    """))
            .fails("group.distribution", "member of no group")
            .blocks("group.rebalance", "consumer.shutdown"),
        KnownSubmission.of(
                "the same group.instance.id in each member",
                consumer("GROUP_ID_CONFIG,\n", "\"group.instance.id\", \"me\", GROUP_ID_CONFIG,\n"))
            .fails("group.distribution")
            .blocks("group.rebalance"),
        KnownSubmission.of(
                "an assignor of its own that gives all to one",
                Sources.over("greedy-assignor", Scope.CONSUMER),
                consumer(
                    "GROUP_ID_CONFIG,\n",
                    "\"partition.assignment.strategy\", GreedyAssignor.class.getName(),"
                        + " GROUP_ID_CONFIG,\n"))
            .fails("group.distribution")
            .blocks("group.rebalance"),
        onThirdAssignment(
                "from the third assignment on, it goes on at the end",
                "consumer.seekToEnd(partitions);")
            .fails("group.rebalance"),
        onThirdAssignment(
                "from the third assignment on, it gives up",
                "throw new IllegalStateException(\"too many assignments\");")
            .fails("group.rebalance"));
  }

  private static KnownSubmission onThirdAssignment(String name, String action) {
    return KnownSubmission.of(
        name,
        offsets(FIELD, FIELD + "  private int assignments;\n"),
        offsets(ON_ASSIGNED, "    if (++assignments > 2) {\n      " + action + "\n    }\n"));
  }
}
