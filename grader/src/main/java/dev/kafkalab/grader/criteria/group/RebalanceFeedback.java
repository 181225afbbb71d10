package dev.kafkalab.grader.criteria.group;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.criteria.stage.FailureFeedback;
import dev.kafkalab.grader.criteria.trace.CommitAudit;
import dev.kafkalab.grader.criteria.trace.CommitHistory;
import dev.kafkalab.grader.criteria.trace.Counted;
import dev.kafkalab.grader.criteria.trace.Lines;
import dev.kafkalab.grader.evidence.LabGroup.Member;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.TopicPartition;

/** Says what went wrong when members joined or left a group. */
final class RebalanceFeedback {

  private RebalanceFeedback() {}

  static Feedback notShared(String change, int expected, List<Member> members) {
    return Feedback.of(
        String.format(
            Locale.ROOT,
            "%s. After that, %d members should share the partitions, and each partition should have an owner, but this did not happen.",
            change,
            expected),
        "Keep calling poll(): a member takes part in a rebalance only there. "
            + "A member that stops must close its consumer, so that the others get its partitions at once.",
        members.stream()
            .map(member -> fact("member", GroupFeedback.numbersOf(member)))
            .toArray(Fact[]::new));
  }

  static Feedback takenBack(TopicPartition partition, long sent, long committed) {
    return Feedback.of(
        "A committed offset went back: a member committed a partition that it no longer owns, by an offset of long ago.",
        "Forget the offsets of a partition when it is taken away (onPartitionsRevoked and onPartitionsLost), and commit only what came since the last commit.",
        fact("partition", partition.partition()),
        fact("committed by its owner", sent),
        fact("committed now", committed));
  }

  static Feedback lost(String change, List<PublishedEvent> lost) {
    return Feedback.of(
        "%s in the middle of a batch, and after that %s not handled by any member."
            .formatted(change, Counted.eventsWere(lost.size())),
        "When a partition is reassigned, commit exactly what was handled of it: "
            + "the new owner continues at the committed offset.",
        fact("first one lost", lost.get(0).place()));
  }

  /** Says the same, and which member committed past the first lost event. */
  static Feedback lost(
      String change, List<PublishedEvent> lost, String committer, CommitHistory history) {
    PublishedEvent first = lost.get(0);
    Feedback feedback = lost(change, lost);
    List<Fact> facts = new ArrayList<>(feedback.facts());
    facts.add(fact("its offset was committed by", committer));
    long passed =
        history.commits().stream()
            .mapToLong(commit -> commit.offsets().of(first.partition(), -1L))
            .filter(offset -> offset > first.offset())
            .findFirst()
            .orElse(-1);
    return new Feedback(
            feedback.message(),
            feedback.hint(),
            history.lineBehind(first.partition(), passed),
            facts)
        .because(history.beliefBehind(first.partition(), passed));
  }

  /** Says which member committed what it had not handled. */
  static Feedback tooEarly(
      String change, String committer, CommitAudit.TooEarly commit, CommitHistory history) {
    TopicPartition partition = commit.event().partition();
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "%s, and %s committed offset %d of partition %d before the event at offset %d had been handled: a crash now would lose it.",
                change,
                committer,
                commit.committed(),
                partition.partition(),
                commit.event().offset()),
            "The position says what was read, not what was handled: when partitions are taken away, commit only what the handler has returned from.")
        .at(history.lineBehind(partition, commit.committed()))
        .because(history.beliefBehind(partition, commit.committed()));
  }

  static Feedback ended(RuntimeException end) {
    Feedback how = FailureFeedback.of(end);
    return new Feedback(
        "Members joined or left, and a member that should go on ended: " + how.message(),
        how.hint().isEmpty()
            ? "A member may also be assigned no partition for a while."
            : how.hint(),
        how.location(),
        how.facts());
  }

  static Feedback repeated(String change, List<PublishedEvent> again) {
    return Feedback.of(
            "%s, and after that %s handled again, although the handler had returned from %s long before."
                .formatted(
                    change, Counted.eventsWere(again.size()), again.size() == 1 ? "it" : "them"),
            "",
            fact("first one handled again", again.get(0).place()))
        .because(Misconception.NOT_COMMITTED_AT_REVOCATION);
  }

  static Feedback neverLeft(Lines lines) {
    return Feedback.of(
            "A member was stopped but did not leave the group: nobody reads its partitions "
                + "until its session times out.",
            "")
        .at(lines.closeOrPoll())
        .because(Misconception.GROUP_NEVER_LEFT);
  }
}
