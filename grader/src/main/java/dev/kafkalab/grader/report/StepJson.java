package dev.kafkalab.grader.report;

import dev.kafkalab.grader.feedback.Timeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a timeline in JSON, where null stands for what it does not concern. */
record StepJson(
    String actor,
    Timeline.StepKind kind,
    @Nullable Integer partition,
    @Nullable Long from,
    @Nullable Long to,
    @Nullable String location,
    @Nullable String wrong) {

  static StepJson of(Timeline.Step step) {
    return new StepJson(
        step.actor(),
        step.kind(),
        step.partition() < 0 ? null : step.partition(),
        step.from() < 0 ? null : step.from(),
        step.from() < 0 ? null : step.to(),
        step.location() == null ? null : step.location().toString(),
        step.wrong());
  }

  static List<StepJson> of(Timeline timeline) {
    return timeline.steps().stream().map(StepJson::of).toList();
  }
}
