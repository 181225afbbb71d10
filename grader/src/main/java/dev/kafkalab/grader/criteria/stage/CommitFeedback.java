package dev.kafkalab.grader.criteria.stage;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.criteria.trace.CommitAudit;
import dev.kafkalab.grader.criteria.trace.CommitHistory;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.studentvm.recorder.ClientMade;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with the commits. */
public final class CommitFeedback {

  private CommitFeedback() {}

  public static Feedback tooEarly(CommitAudit.TooEarly commit, CommitHistory history) {
    TopicPartition partition = commit.event().partition();
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "Offset %d of partition %d was committed before the event at offset %d had been handled: a crash now would lose it.",
                commit.committed(),
                partition.partition(),
                commit.event().offset()),
            "")
        .at(history.lineBehind(partition, commit.committed()))
        .because(history.beliefBehind(partition, commit.committed()));
  }

  /** Says by how much every commit is too high. */
  public static Feedback tooHigh(CommitAudit.TooEarly commit, long excess, CommitHistory history) {
    TopicPartition partition = commit.event().partition();
    long next = commit.committed() - excess;
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "The order is right, but the number is %d too high: after the event at offset %d of partition %d, offset %d should be committed, but it was %d.",
                excess,
                next - 1,
                partition.partition(),
                next,
                commit.committed()),
            "")
        .at(history.lineBehind(partition, commit.committed()))
        .because(Misconception.COMMIT_IS_TOO_HIGH);
  }

  /** Says that a commit took back an earlier one. */
  public static Feedback backward(CommitAudit.Backward commit, CommitHistory history) {
    Location at = history.lineOf(commit.after(), commit.partition());
    Location before = history.lineOf(commit.before(), commit.partition());
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "Offset %d of partition %d was committed%s, and then %d%s: the later commit took back the earlier one.",
                commit.higher(),
                commit.partition().partition(),
                in(before),
                commit.lower(),
                in(at)),
            "")
        .at(at)
        .because(Misconception.OLDER_COMMIT_COMES_LATER);
  }

  private static String in(@Nullable Location at) {
    return at == null ? "" : String.format(Locale.ROOT, " in line %d", at.line());
  }

  /** Says which partition was left out while others were committed, or committed too rarely. */
  public static Feedback notCommitted(
      TopicPartition partition, long handled, long committed, CommitHistory history) {
    String reached =
        committed < 0
            ? "no commit has ever named it"
            : String.format(Locale.ROOT, "the last commit of it is %d", committed);
    return Feedback.of(
            String.format(
                Locale.ROOT,
                "Partition %d was handled up to offset %d, but %s, neither within ten seconds nor after a thousand events.",
                partition.partition(),
                handled,
                reached),
            "Commit the next offset of each partition that you have handled events of, and limit both the time and the number of events between two commits.")
        .at(history.firstCommitCall());
  }

  public static Feedback automatic(CommitHistory history) {
    return Feedback.of(
            "enable.auto.commit should be false, but is true for the consumer that reads the topic.",
            "")
        .at(history.autoCommitting().map(ClientMade::at).orElse(null))
        .because(Misconception.AUTO_COMMIT);
  }

  public static Feedback onlyAtTheEnd(CommitHistory history) {
    return Feedback.of(
            "Every event was handled, but nothing was committed while the consumer was running, "
                + "neither within ten seconds nor after a thousand events.",
            "",
            fact("commits after stop()", history.commits().size()))
        .at(history.firstCommitCall())
        .because(Misconception.COMMIT_ONLY_AT_CLOSE);
  }

  /** Returns the same feedback, and names the other parts of the criterion that failed. */
  public static Feedback besides(Feedback feedback, List<String> alsoFailed) {
    if (alsoFailed.isEmpty()) {
      return feedback;
    }
    List<Fact> facts = new ArrayList<>(feedback.facts());
    facts.add(fact("also", String.join(", and ", alsoFailed)));
    return new Feedback(
        feedback.message(),
        feedback.hint(),
        feedback.location(),
        facts,
        feedback.misconception(),
        feedback.timeline());
  }
}
