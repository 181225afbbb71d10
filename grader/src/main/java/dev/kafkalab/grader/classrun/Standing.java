package dev.kafkalab.grader.classrun;

import org.jspecify.annotations.Nullable;

/**
 * Where a participant stands in a run.
 *
 * @param state what became of the submission
 * @param points what it earned; null unless it was graded
 * @param tries how often a grading of it began
 * @param seconds how long the last one took
 * @param problem why it is refused or failed; empty otherwise
 */
public record Standing(
    Participant who,
    State state,
    @Nullable Points points,
    int tries,
    double seconds,
    String problem) {}
