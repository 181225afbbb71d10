package dev.kafkalab.grader.criteria.group;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.criteria.trace.Counted;
import dev.kafkalab.grader.criteria.trace.Lines;
import dev.kafkalab.grader.evidence.LabGroup.Member;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Says what is wrong with how members share a topic. */
public final class GroupFeedback {

  private GroupFeedback() {}

  static Feedback differentGroups(Set<String> groups, Lines lines) {
    return Feedback.of(
            "Two consumers were given the same group but joined two different ones, so each reads everything.",
            "",
            fact("groups", groups))
        .at(lines.making(groups.iterator().next()))
        .because(Misconception.RANDOM_GROUP);
  }

  static Feedback notShared(List<Member> members) {
    return Feedback.of(
        "Two consumers were started in the same group, but they did not share the partitions.",
        "Subscribe in both, leave the assignment to Kafka, and keep calling poll(): a member that does not poll gets no partitions.",
        members.stream().map(member -> fact("member", numbersOf(member))).toArray(Fact[]::new));
  }

  static String numbersOf(Member member) {
    List<Integer> numbers = member.partitions().stream().map(TopicPartition::partition).toList();
    return numbers.isEmpty() ? "no partition" : "partitions " + numbers;
  }

  static Feedback twoOwners(Map<Integer, Set<Integer>> owners) {
    return Feedback.of(
        "Each partition should be read by one member, but one was read by both.",
        "Handle only the records that your own poll() returned.",
        fact("members by partition", owners));
  }

  static Feedback missing(List<PublishedEvent> missing, int published) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "%d of %s reached neither of the two members.",
            missing.size(),
            Counted.events(published)),
        "After a rebalance, each member continues with the partitions that it has now: do not keep old ones or seek in them.",
        fact("first one missing", missing.get(0).place()));
  }
}
