package dev.kafkalab.grader.criteria.stage;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.criteria.trace.CommitAudit;
import dev.kafkalab.grader.criteria.trace.CommitHistory;
import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.studentvm.recorder.ClientMade;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.TopicPartition;

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

  public static Feedback automatic(CommitHistory history) {
    return Feedback.of(
            "enable.auto.commit should be false, but is true for the consumer that reads the topic.",
            "")
        .at(history.autoCommitting().map(ClientMade::at).orElse(null))
        .because(Misconception.AUTO_COMMIT);
  }

  public static Feedback onlyAtTheEnd(CommitHistory history) {
    return Feedback.of(
            "Every event was handled, but nothing was committed while the consumer was running.",
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
