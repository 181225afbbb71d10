package dev.kafkalab.grader.grade;

import dev.kafkalab.grader.feedback.Feedback;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything to report about one grading.
 *
 * @param submission the folder's name
 * @param grade what it earned
 * @param problems why it could not be graded at all; empty if it could
 * @param broker which Kafka it ran against
 * @param isolation what kept its code apart, such as {@code sandbox}
 * @param seed what everything random was drawn from
 * @param duration how long it all took
 * @param timings how long each part took, by name, in the order to print
 * @param deliverables what the lab asks to hand in, in the order to print
 * @param started when it began
 * @param remarks what else to know about the grading, one sentence each
 */
public record GradedSubmission(
    String submission,
    Grade grade,
    List<Feedback> problems,
    UsedBroker broker,
    String isolation,
    long seed,
    Duration duration,
    Map<String, Duration> timings,
    List<Deliverable> deliverables,
    Instant started,
    List<String> remarks) {

  /** Copies the lists, so that a report never changes. */
  public GradedSubmission {
    remarks = List.copyOf(remarks);
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
        "process",
        seed,
        duration,
        timings,
        deliverables,
        Instant.EPOCH,
        List.of());
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

  /** Returns the same grading with another grade. */
  public GradedSubmission with(Grade other) {
    return copy(submission, other);
  }

  /** Returns the same grading of a submission that is called otherwise. */
  public GradedSubmission named(String other) {
    return copy(other, grade);
  }

  private GradedSubmission copy(String name, Grade earned) {
    return new GradedSubmission(
        name,
        earned,
        problems,
        broker,
        isolation,
        seed,
        duration,
        timings,
        deliverables,
        started,
        remarks);
  }

  /** Returns whether all criteria are judged: a report may be written earlier. */
  public boolean isFinished() {
    return grade.isFinished();
  }

  /** Returns all remarks about the grading: the broker's first. */
  public List<String> allRemarks() {
    return Stream.concat(Stream.of(broker.remark()), remarks.stream())
        .filter(remark -> !remark.isEmpty())
        .toList();
  }

  /** Returns whether there was something to grade. */
  public boolean isGradable() {
    return problems.isEmpty();
  }
}
