package dev.kafkalab.grader.criteria.group;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.grader.criteria.stage.ConsumerFeedback;
import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Judges how two members of a group share a topic. */
final class DistributionJudge {

  private final GroupStage group;
  private final ConsumerStage consumer;

  DistributionJudge(Stage stage) {
    this.group = new GroupStage(stage);
    this.consumer = group.consumer();
  }

  void judge() {
    List<StudentRun> both = List.of(group.start(), group.start());
    group.awaitMembership();
    expect(group.awaitShared(), () -> GroupFeedback.notShared(group.group().stableMembers()));
    expectEachEventOnce(both);
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
        () -> twoOwners(ownersByPartition, events));
    List<PublishedEvent> missing = events.stream().filter(e -> !handled.containsKey(e)).toList();
    expect(
        missing.isEmpty(),
        () ->
            GroupFeedback.missing(missing, events.size())
                .with(group.chronicle().passedOver(missing)));
    handled.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .findFirst()
        .ifPresent(
            entry ->
                expect(
                    false,
                    () ->
                        ConsumerFeedback.repeated(entry.getKey())
                            .with(group.chronicle().handledTwice(entry.getKey()))));
  }

  private Feedback twoOwners(Map<Integer, Set<Integer>> owners, List<PublishedEvent> events) {
    PublishedEvent first =
        events.stream()
            .filter(
                event -> owners.getOrDefault(event.partition().partition(), Set.of()).size() > 1)
            .findFirst()
            .orElseThrow();
    return GroupFeedback.twoOwners(owners)
        .with(
            group
                .chronicle()
                .handledByTwo(first.partition(), first.offset(), "member 2", "member 1"));
  }
}
