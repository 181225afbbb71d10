package dev.kafkalab.grader.criteria.group;

import static dev.kafkalab.grader.criteria.trace.Scene.assertBelief;
import static dev.kafkalab.grader.criteria.trace.Scene.assertReads;
import static dev.kafkalab.grader.criteria.trace.Scene.partition;
import static dev.kafkalab.grader.criteria.trace.Scene.published;

import dev.kafkalab.grader.criteria.stage.ConsumerFeedback;
import dev.kafkalab.grader.criteria.trace.Recorded;
import dev.kafkalab.grader.evidence.LabGroup.Member;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Api;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GroupFeedbackTest {

  @Test
  void saysThatTheConsumerIsAMemberOfNoGroup() {
    Feedback feedback = ConsumerFeedback.noMember(new Recorded().call(Api.ASSIGN).lines());

    assertReads(
        feedback,
        "The consumer reads the topic but is not a member of any group, so a second one would read everything again.",
        "");
    assertBelief(feedback, Misconception.ASSIGN_INSTEAD_OF_SUBSCRIBE, Recorded.line(1));
  }

  @Test
  void namesTheGroupsThatAreNotOne() {
    Feedback feedback =
        GroupFeedback.differentGroups(
            new TreeSet<>(Set.of("a", "b")), new Recorded().consumer("b", false).lines());

    assertReads(
        feedback,
        "Two consumers were given the same group but joined two different ones, so each reads everything.",
        "",
        "groups",
        "[a, b]");
    assertBelief(feedback, Misconception.RANDOM_GROUP, Recorded.line(1));
  }

  @Test
  void showsWhatEachMemberHas() {
    assertReads(
        GroupFeedback.notShared(
            List.of(
                new Member("a", List.of(partition(0), partition(1), partition(2))),
                new Member("b", List.of()))),
        "Two consumers were started in the same group, but they did not share the partitions.",
        "Subscribe in both, leave the assignment to Kafka, and keep calling poll(): a member that does not poll gets no partitions.",
        "member",
        "partitions [0, 1, 2]",
        "member",
        "no partition");
  }

  @Test
  void showsWhichPartitionHasTwoOwners() {
    assertReads(
        GroupFeedback.twoOwners(Map.of(1, new TreeSet<>(Set.of(1, 2)))),
        "Each partition should be read by one member, but one was read by both.",
        "Handle only the records that your own poll() returned.",
        "members by partition",
        "{1=[1, 2]}");
  }

  @Test
  void saysWhatReachedNeitherMember() {
    assertReads(
        GroupFeedback.missing(List.of(published(1, 4)), 30),
        "1 of 30 events reached neither of the two members.",
        "After a rebalance, each member continues with the partitions that it has now: do not keep old ones or seek in them.",
        "first one missing",
        "partition 1, offset 4");
  }
}
