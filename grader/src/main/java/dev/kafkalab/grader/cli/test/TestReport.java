package dev.kafkalab.grader.cli.test;

import dev.kafkalab.grader.engine.GradingListener;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.Grade;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.Conclusion;
import dev.kafkalab.grader.report.ConsoleReport;
import dev.kafkalab.grader.report.Style;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Prints one line for each criterion, and at the end what to do first and the score.
 *
 * <p>JUnit's own report says the rest: each failure is a test with all of its feedback.
 */
public final class TestReport implements GradingListener {

  private final PrintStream out;

  /** Prints to where tests print. */
  public TestReport() {
    this(System.out);
  }

  TestReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void judged(CriterionResult result, Supplier<GradedSubmission> soFar) {
    out.println(ConsoleReport.summary(result, Style.PLAIN));
  }

  @Override
  public synchronized void ended(GradedSubmission graded) {
    // Whoever runs one node of an IDE's tree did not ask for the other criteria.
    GradedSubmission judged =
        graded.isFinished() ? graded : graded.with(new Grade(graded.grade().results()));
    out.println();
    long others = others(judged.grade());
    if (others > 0) {
      out.printf(
          Locale.ROOT,
          "%d more failed: ./lab grade shows each of them with its line and what to do.%n%n",
          others);
    }
    Conclusion.of(judged, Style.PLAIN).forEach(out::println);
    out.printf(Locale.ROOT, "The same events again: -Dseed=%d%n", judged.seed());
  }

  private static long others(Grade grade) {
    return grade.results().stream()
        .filter(result -> result.kind() == OutcomeKind.FAILED)
        .filter(result -> !grade.firstToDo().equals(Optional.of(result)))
        .count();
  }
}
