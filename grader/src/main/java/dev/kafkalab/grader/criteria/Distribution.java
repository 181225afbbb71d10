package dev.kafkalab.grader.criteria;

import static dev.kafkalab.grader.criteria.Verdicts.expect;

import dev.kafkalab.grader.evidence.LabGroup;
import dev.kafkalab.grader.evidence.LabGroup.Member;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.rubric.CriterionBlocked;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Judges how two members of a group share a topic. */
final class Distribution {

  /**
   * A classic member learns of another one at its next heartbeat, every three seconds by default,
   * and a cooperative assignor needs two rounds: heartbeat.interval.ms in ConsumerConfig, KIP-429.
   */
  private static final Duration REBALANCE = Duration.ofSeconds(10);

  private final Stage stage;
  private final ConsumerStage consumer;

  Distribution(Stage stage) {
    this.stage = stage;
    this.consumer = new ConsumerStage(stage);
  }

  void judge() {
    StudentRun one = stage.newRun(consumer.topic());
    StudentRun other = stage.newRun(consumer.topic());
    List<StudentRun> both = List.of(one, other);
    one.startConsumer();
    other.startConsumer();
    consumer.awaitFirstSigns(both);
    awaitMembership(both);
    LabGroup group = stage.group(one.groupId());
    boolean balanced =
        stage.await(
            "two members with partitions",
            stage.patience().call().plus(REBALANCE),
            () -> isBalanced(group.stableMembers()),
            one,
            other);
    expect(balanced, () -> GroupFeedback.notShared(group.stableMembers()));
    expectEachEventOnce(both);
  }

  /** A consumer that reads has joined its group before: who has not by then never will. */
  private void awaitMembership(List<StudentRun> both) {
    StudentRun reading =
        both.stream().filter(run -> !run.calls().isEmpty()).findFirst().orElse(both.get(0));
    expect(reading.joinedGroup().isPresent(), GroupFeedback::noMember);
    stage.await(
        "both to join",
        () -> both.stream().allMatch(run -> run.joinedGroup().isPresent()),
        both.toArray(StudentRun[]::new));
    Set<String> groups = both.stream().map(StudentRun::groupId).collect(Collectors.toSet());
    if (groups.size() > 1) {
      throw new CriterionBlocked("consumer.resumes", GroupFeedback.differentGroups(groups));
    }
  }

  private boolean isBalanced(List<Member> members) {
    List<TopicPartition> owned =
        members.stream().flatMap(member -> member.partitions().stream()).toList();
    return members.size() == 2
        && members.stream().noneMatch(member -> member.partitions().isEmpty())
        && owned.size() == consumer.topic().partitions().size()
        && owned.containsAll(consumer.topic().partitions());
  }

  private void expectEachEventOnce(List<StudentRun> both) {
    List<PublishedEvent> events = consumer.publish(60);
    consumer.awaitHandled("every event to be handled", events, both.toArray(StudentRun[]::new));
    Map<PublishedEvent, Integer> handled = new HashMap<>();
    Map<Integer, Set<Integer>> ownersByPartition = new TreeMap<>();
    for (int run = 0; run < both.size(); run++) {
      for (var sighting : consumer.ledger().sightings(both.get(run).calls())) {
        PublishedEvent event = sighting.source();
        if (event != null && events.contains(event)) {
          handled.merge(event, 1, Integer::sum);
          int partition = event.partition().partition();
          ownersByPartition.computeIfAbsent(partition, p -> new TreeSet<>()).add(run + 1);
        }
      }
    }
    expect(
        ownersByPartition.values().stream().allMatch(owners -> owners.size() == 1),
        () -> GroupFeedback.twoOwners(ownersByPartition));
    List<PublishedEvent> missing = events.stream().filter(e -> !handled.containsKey(e)).toList();
    expect(missing.isEmpty(), () -> GroupFeedback.missing(missing, events.size()));
    handled.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .findFirst()
        .ifPresent(entry -> expect(false, () -> ConsumerFeedback.repeated(entry.getKey())));
  }
}
