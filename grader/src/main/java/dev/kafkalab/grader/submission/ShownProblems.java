package dev.kafkalab.grader.submission;

import static java.util.Comparator.comparing;

import dev.kafkalab.grader.feedback.Fact;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.submission.PreparedSubmission.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses the problems that a student sees: the first ones, and how many more there are. */
public final class ShownProblems {

  /** Nobody reads more; most of the rest disappear with the first ones. */
  static final int LIMIT = 10;

  private static final Comparator<Feedback> BY_PLACE =
      comparing(ShownProblems::file).thenComparingInt(ShownProblems::line);

  private ShownProblems() {}

  /** Refuses a submission for these problems, in the order of their files and lines. */
  public static Refused refuse(List<Feedback> problems) {
    List<Feedback> sorted = problems.stream().sorted(BY_PLACE).toList();
    if (sorted.size() <= LIMIT) {
      return new Refused(sorted);
    }
    List<Feedback> shown = new ArrayList<>(sorted.subList(0, LIMIT));
    Feedback last = shown.remove(LIMIT - 1);
    shown.add(withMore(last, sorted.size() - LIMIT));
    return new Refused(shown);
  }

  private static Feedback withMore(Feedback problem, int more) {
    List<Fact> facts = new ArrayList<>(problem.facts());
    facts.add(Fact.fact("not shown", "… and " + more + " more"));
    return new Feedback(problem.message(), problem.hint(), problem.location(), facts);
  }

  private static String file(Feedback problem) {
    Location location = problem.location();
    return location == null ? "" : location.file();
  }

  private static int line(Feedback problem) {
    Location location = problem.location();
    return location == null ? 0 : location.line();
  }
}
