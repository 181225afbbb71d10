package dev.kafkalab.grader.grade;

import dev.kafkalab.grader.feedback.Feedback;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that there is to report of one grading.
 *
 * @param submission the folder's name
 * @param grade what it earned
 * @param problems why it could not be graded at all; empty where it could
 * @param broker which Kafka it ran against
 * @param seed what everything random was drawn from
 * @param duration how long it all took
 * @param timings where the time went, by name, in the order to print
 * @param deliverables what the lab asks to hand in, in the order to print
 * @param started when it began
 * @param asked how many criteria were to be judged
 */
public record GradedSubmission(
    String submission,
    Grade grade,
    List<Feedback> problems,
    UsedBroker broker,
    long seed,
    Duration duration,
    Map<String, Duration> timings,
    List<Deliverable> deliverables,
    Instant started,
    int asked) {

  /** Copies problems and deliverables, so that a report never changes. */
  public GradedSubmission {
    problems = List.copyOf(problems);
    deliverables = List.copyOf(deliverables);
  }

  /** Makes a finished report with a checklist. */
  public GradedSubmission(
      String submission,
      Grade grade,
      List<Feedback> problems,
      UsedBroker broker,
      long seed,
      Duration duration,
      Map<String, Duration> timings,
      List<Deliverable> deliverables) {
    this(
        submission,
        grade,
        problems,
        broker,
        seed,
        duration,
        timings,
        deliverables,
        Instant.EPOCH,
        grade.results().size());
  }

  /** Makes a finished report without a checklist. */
  public GradedSubmission(
      String submission,
      Grade grade,
      List<Feedback> problems,
      UsedBroker broker,
      long seed,
      Duration duration,
      Map<String, Duration> timings) {
    this(submission, grade, problems, broker, seed, duration, timings, List.of());
  }

  /** Returns whether all that was to be judged is: a report may be written before. */
  public boolean isFinished() {
    return grade.results().size() >= asked;
  }

  /** Returns whether there was something to grade. */
  public boolean isGradable() {
    return problems.isEmpty();
  }
}
