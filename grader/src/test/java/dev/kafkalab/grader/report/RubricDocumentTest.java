package dev.kafkalab.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.rubric.CriterionInfo;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.rubric.Task;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RubricDocumentTest {

  private final String document =
      RubricDocument.of(
          List.of(
              new CriterionInfo("topic.created", Task.TOPIC, 5, "the topic is there"),
              new CriterionInfo("group.shares", Task.GROUP, 9, "members share", "6 without a|b."),
              new CriterionInfo("group.moves", Task.GROUP, 1, "members move"),
              new CriterionInfo("bonus.headers", Task.CHALLENGES, 4, "there are headers")));

  @Test
  void criteriaAreTabledByTaskWithTheirSums() {
    assertThat(document)
        .startsWith(
            """
            # Rubric

            Generated from the code by `./lab rubric > docs/rubric.md`: do not edit it by hand.

            15 points for the tasks, and 4 bonus points for the challenges.

            ## Task 1: The topic

            5 points.

            | criterion | points | requirement |
            | --- | --: | --- |
            | `topic.created` | 5 | the topic is there |

            ## Task 4: The consumer group

            10 points.

            | criterion | points | requirement |
            | --- | --: | --- |
            | `group.shares` | 9 | members share. 6 without a\\|b. |
            | `group.moves` | 1 | members move |

            ## Task 6: The challenges

            4 bonus points.

            | criterion | points | requirement |
            | --- | --: | --- |
            | `bonus.headers` | 4 | there are headers |

            ## Outcomes
            """);
  }

  @Test
  void everyOutcomeAndMisconceptionIsTold() {
    assertThat(document)
        .contains(Arrays.stream(OutcomeKind.values()).map(each -> "| " + each + " |").toList())
        .contains(Arrays.stream(Misconception.values()).map(Misconception::why).toList());
  }

  @Test
  void aMisconceptionReadsWordForWord() {
    assertThat(document)
        .contains(
            """

            ### An offset is committed before its event is handled

            `commit-before-processing`. A commit says that everything before it is done, and \
            the next consumer starts there. If the program crashes between the commit and the work, \
            the event is lost for good.

            What to do: Swap the two steps: wait until the handler has returned, then commit the \
            next offset.

            Read more: [Design: Message Delivery Semantics]\
            (<https://kafka.apache.org/44/design/design/#message-delivery-semantics>)
            """);
  }
}
