package dev.kafkalab.grader.classrun.book;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * Where a student stands in a run.
 *
 * @param state what became of the submission
 * @param content what was handed in, as a digest; empty where there is nothing to be graded
 * @param tries how often a grading of it began
 * @param seconds how long the last one took
 * @param problem why it is refused or failed; empty otherwise
 * @param report what was found; null unless it was graded
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Standing(
    Student who,
    State state,
    String content,
    int tries,
    double seconds,
    String problem,
    @JsonIgnore @Nullable GradeReport report) {

  /** Returns the same with its report, which has a file of its own. */
  Standing with(@Nullable GradeReport read) {
    return new Standing(who, state, content, tries, seconds, problem, read);
  }
}
