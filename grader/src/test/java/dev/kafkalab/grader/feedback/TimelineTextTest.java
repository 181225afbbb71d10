package dev.kafkalab.grader.feedback;

import static dev.kafkalab.grader.feedback.Timeline.StepKind.COMMITTED;
import static dev.kafkalab.grader.feedback.Timeline.StepKind.HANDLED;
import static dev.kafkalab.grader.feedback.Timeline.StepKind.HELD;
import static dev.kafkalab.grader.feedback.Timeline.StepKind.JOINED;
import static dev.kafkalab.grader.feedback.Timeline.StepKind.KILLED;
import static dev.kafkalab.grader.feedback.Timeline.StepKind.READ;
import static dev.kafkalab.grader.feedback.Timeline.StepKind.STARTED;
import static dev.kafkalab.grader.feedback.Timeline.StepKind.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.feedback.Timeline.Step;
import dev.kafkalab.grader.feedback.Timeline.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineTextTest {

  private static final String CONSUMER = "KafkaUserEventConsumer.java";

  @Test
  void anEmptyTimelineHasNoLines() {
    assertThat(TimelineText.lines(Timeline.EMPTY)).isEmpty();
  }

  @Test
  void eachPartitionHasATableWithAMarkBelowTheWrongStep() {
    assertThat(
            text(
                at(57, step(READ, 1, 57, 76)),
                step(READ, 0, 3, 4),
                step(HANDLED, 1, 57, 66),
                step(HELD, 1, 67, 67),
                wrong("67 was not handled yet", at(61, step(COMMITTED, 1, 77, 77))),
                step(HANDLED, 0, 3, 4)))
        .isEqualTo(
            """
            partition 0
              read     3 to 4
              handled  3 to 4
            partition 1
              read       57 to 76  KafkaUserEventConsumer.java:57
              handled    57 to 66
              held       67
              committed  77        KafkaUserEventConsumer.java:61
                         ^ 67 was not handled yet""");
  }

  @Test
  void whatIsAboutNoPartitionStandsInEachTable() {
    assertThat(
            text(
                step(STARTED),
                step(HANDLED, 0, 0, 9),
                step(KILLED),
                step(STARTED),
                wrong("0 to 9 were handled again", step(HANDLED, 0, 0, 20))))
        .isEqualTo(
            """
            partition 0
              run()
              handled  0 to 9
              killed
              run()
              handled  0 to 20
                       ^ 0 to 9 were handled again""");
  }

  @Test
  void aGroupHasOneTableWithItsMembers() {
    assertThat(
            text(
                by("member 1", step(JOINED)),
                by("member 1", at(57, step(READ, 0, 0, 9))),
                by("member 2", step(JOINED)),
                by("member 2", step(HANDLED, 2, 100, 119)),
                by("member 1", step(KILLED)),
                wrong("0 to 9 are lost", by("member 2", step(READ, 0, 10, 19)))))
        .isEqualTo(
            """
            member 1  joined
            member 1  read     partition 0  0 to 9      KafkaUserEventConsumer.java:57
            member 2  joined
            member 2  handled  partition 2  100 to 119
            member 1  killed
            member 2  read     partition 0  10 to 19
                                            ^ 0 to 9 are lost""");
  }

  @Test
  void aWrongStepThatIsAboutNoPartitionIsToldOnce() {
    assertThat(
            text(
                step(HANDLED, 0, 0, 9),
                step(HANDLED, 1, 0, 5),
                wrong("run() did not return", step(STOPPED))))
        .isEqualTo(
            """
            handled  partition 0  0 to 9
            handled  partition 1  0 to 5
            stop()
            ^ run() did not return""");
  }

  @Test
  void aTimelineAboutNoPartitionIsAListOfSteps() {
    assertThat(text(step(STARTED), step(STOPPED))).isEqualTo("run()\nstop()");
  }

  @Test
  void aLongTimelineIsCutInFrontOfTheWrongStepAndShowsOnlyItsPartition() {
    List<Step> steps = new ArrayList<>();
    IntStream.range(0, 40).forEach(each -> steps.add(step(HANDLED, 2, each, each)));
    steps.add(step(HANDLED, 0, 0, 9));
    steps.add(wrong("40 was not handled yet", step(COMMITTED, 2, 41, 41)));
    IntStream.range(41, 50).forEach(each -> steps.add(step(HANDLED, 2, each, each)));

    List<String> lines = TimelineText.lines(new Timeline(steps));

    assertThat(lines)
        .hasSize(30)
        .startsWith(
            "partition 0: nothing wrong",
            "partition 2",
            "  … 19 earlier steps",
            "  handled    19",
            "  handled    20")
        .endsWith(
            "  handled    39",
            "  committed  41",
            "             ^ 40 was not handled yet",
            "  handled    41",
            "  handled    42",
            "  handled    43",
            "  … 6 later steps");
  }

  @Test
  void aLongTimelineWithoutAWrongStepShowsItsEnd() {
    List<Step> steps = new ArrayList<>();
    IntStream.range(0, 26).forEach(each -> steps.add(step(HANDLED, 0, each, each)));

    assertThat(TimelineText.lines(new Timeline(steps)))
        .hasSize(27)
        .startsWith("partition 0", "  … 1 earlier step", "  handled  1")
        .endsWith("  handled  25");
  }

  @Test
  void aLongMarkIsBrokenBelowItself() {
    assertThat(
            text(
                wrong(
                    "the event at 67 was held by the handler at that moment, and its offset must"
                        + " wait for it",
                    step(COMMITTED, 1, 77, 77))))
        .isEqualTo(
            """
            partition 1
              committed  77
                         ^ the event at 67 was held by the handler at that moment, and its offset
                           must wait for it""");
  }

  private static String text(Step... steps) {
    return String.join("\n", TimelineText.lines(new Timeline(List.of(steps))));
  }

  private static Step step(StepKind kind) {
    return step(kind, -1, -1, -1);
  }

  private static Step step(StepKind kind, int partition, long from, long to) {
    return new Step("", kind, partition, from, to, null, null);
  }

  private static Step by(String actor, Step step) {
    return new Step(
        actor, step.kind(), step.partition(), step.from(), step.to(), step.location(), null);
  }

  private static Step at(int line, Step step) {
    return new Step(
        step.actor(),
        step.kind(),
        step.partition(),
        step.from(),
        step.to(),
        new Location(CONSUMER, line),
        null);
  }

  private static Step wrong(String why, Step step) {
    return new Step(
        step.actor(), step.kind(), step.partition(), step.from(), step.to(), step.location(), why);
  }
}
