package dev.kafkalab.grader.compare;

import static dev.kafkalab.grader.compare.Solutions.result;
import static dev.kafkalab.grader.compare.Solutions.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kafkalab.grader.compare.Timelines.Row;
import dev.kafkalab.grader.feedback.Exhibit.Story;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.KafkaUsage;
import dev.kafkalab.grader.feedback.Timeline;
import dev.kafkalab.grader.feedback.Timeline.Step;
import dev.kafkalab.grader.feedback.Timeline.StepKind;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelinesTest {

  private static final Step RUN = step(StepKind.STARTED, -1, -1, null);
  private static final Step STOP = step(StepKind.STOPPED, -1, -1, null);
  private static final Step HANDLED = step(StepKind.HANDLED, 0, 3, null);
  private static final Step MORE_HANDLED = step(StepKind.HANDLED, 0, 5, null);
  private static final Step COMMITTED = step(StepKind.COMMITTED, 4, 4, null);

  @Test
  void stepsOfOneKindStandBesideEachOther() {
    assertThat(beside(null, usage(RUN, HANDLED, STOP), usage(RUN, MORE_HANDLED, COMMITTED, STOP)))
        .containsExactly(
            new Row(RUN, RUN),
            new Row(HANDLED, MORE_HANDLED),
            new Row(null, COMMITTED),
            new Row(STOP, STOP));
  }

  @Test
  void whatOnlyTheSubmissionDidHasNothingBesideIt() {
    assertThat(beside(null, usage(RUN, COMMITTED, HANDLED), usage(RUN, HANDLED)))
        .containsExactly(new Row(RUN, RUN), new Row(COMMITTED, null), new Row(HANDLED, HANDLED));
  }

  @Test
  void storiesOfTheSameStepsAreNotTold() {
    Timelines timelines =
        Timelines.of(result(usage(RUN, HANDLED), null), result(usage(RUN, MORE_HANDLED), null));

    assertThat(timelines.rows()).isEmpty();
    assertThat(timelines.partition()).isEqualTo(-1);
  }

  @Test
  void theFirstPartitionWhereTheyPartedIsTold() {
    Timelines timelines =
        Timelines.of(
            result(usage(story(0, at(0, HANDLED)), story(1, HANDLED)), null),
            result(usage(story(0, at(0, HANDLED)), story(1, HANDLED, COMMITTED)), null));

    assertThat(timelines.partition()).isEqualTo(1);
    assertThat(timelines.rows()).hasSize(2);
  }

  @Test
  void whatTheFeedbackTellsIsSetBesideTheSameTopicOfTheReference() {
    Step wrong = step(StepKind.COMMITTED, 9, 9, "4 was not handled yet");
    Story first = story(1, step(StepKind.HANDLED, 50, 60, null));
    Story second = story(1, HANDLED, step(StepKind.COMMITTED, 9, 9, null));

    assertThat(
            beside(
                new Timeline(List.of(HANDLED, wrong)),
                usage(first, story(0, at(0, HANDLED)), second),
                usage(first, story(0, at(0, HANDLED)), story(1, MORE_HANDLED, COMMITTED))))
        .containsExactly(new Row(HANDLED, MORE_HANDLED), new Row(wrong, COMMITTED));
  }

  @Test
  void thePartitionOfTheMarkIsTold() {
    Step elsewhere = at(0, HANDLED);
    Step wrong = step(StepKind.COMMITTED, 9, 9, "too early");

    assertThat(
            beside(
                new Timeline(List.of(elsewhere, wrong, STOP)),
                usage(story(1, COMMITTED)),
                usage(story(1, COMMITTED))))
        .containsExactly(new Row(wrong, COMMITTED), new Row(STOP, null));
  }

  @Test
  void aReferenceThatHasNoSuchStoryLeavesItsSideEmpty() {
    assertThat(beside(new Timeline(List.of(HANDLED)), usage(HANDLED), usage(new Story[0])))
        .containsExactly(new Row(HANDLED, null));
  }

  private static List<Row> beside(
      @Nullable Timeline told, KafkaUsage submission, KafkaUsage reference) {
    Feedback feedback = told == null ? null : Feedback.of("It is wrong.", "").with(told);
    return Timelines.of(result(submission, feedback), result(reference, null)).rows();
  }

  private static Step at(int partition, Step step) {
    return new Step(step.actor(), step.kind(), partition, step.from(), step.to(), null, null);
  }

  private static Story story(int partition, Step... steps) {
    return new Story(partition, new Timeline(Arrays.asList(steps)));
  }

  private static KafkaUsage usage(Step... steps) {
    return usage(story(1, steps));
  }

  private static KafkaUsage usage(Story... stories) {
    return new KafkaUsage(List.of(), List.of(), 0, 0, Arrays.asList(stories));
  }
}
