package dev.kafkalab.grader.report;

import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Feedback in JSON. */
record FeedbackJson(
    String message,
    String hint,
    @Nullable String misconception,
    @Nullable String location,
    List<Fact> facts,
    List<StepJson> timeline) {

  /** What was observed comes after the feedback's own facts. */
  static FeedbackJson of(@Nullable Feedback feedback, List<Fact> observed) {
    Feedback told = feedback == null ? Feedback.of("", "") : feedback;
    return new FeedbackJson(
        told.message(),
        told.advice(),
        told.misconception() == null ? null : told.misconception().id(),
        told.location() == null ? null : told.location().toString(),
        Stream.concat(told.facts().stream(), observed.stream()).distinct().toList(),
        StepJson.of(told.timeline()));
  }
}
