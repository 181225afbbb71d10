package dev.kafkalab.grader.cli;

import dev.kafkalab.grader.cli.file.ReportFiles;
import dev.kafkalab.grader.engine.GradingListener;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.FeedbackText;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.report.Conclusion;
import dev.kafkalab.grader.report.ConsoleReport;
import dev.kafkalab.grader.report.Style;
import dev.kafkalab.grader.rubric.OutcomeKind;
import dev.kafkalab.grader.watch.WatchListener;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows what a watch finds: a line for each criterion, then what to do first and the score. */
final class WatchScreen implements WatchListener {

  private final PrintWriter out;
  private final Style style;
  private final Clock clock;
  private @Nullable CriterionResult told;
  private @Nullable Integer score;

  WatchScreen(PrintWriter out, Style style, Clock clock) {
    this.out = out;
    this.style = style;
    this.clock = clock;
  }

  @Override
  public void saved(List<String> files) {
    LocalTime now = LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    out.println();
    show(style.bold(DeadText.ofConsole(now + "  " + DeadText.of(String.join(", ", files)))));
  }

  @Override
  public void begins(int criteria, int asked) {
    told = null;
    show(
        criteria == 0
            ? "Nothing has changed that a criterion sees."
            : String.format(Locale.ROOT, "%d of %d criteria to judge", criteria, asked));
  }

  @Override
  public GradingListener grading() {
    return new GradeProgress(out, style, new ReportFiles(List.of(), ""), ConsoleReport::summary);
  }

  @Override
  public void workedOn(CriterionResult result) {
    if (hasMoreToSay(result)) {
      told = result;
      Conclusion.of(result, style).forEach(out::println);
      out.flush();
    }
  }

  private static boolean hasMoreToSay(CriterionResult result) {
    return result.kind() == OutcomeKind.FAILED || result.kind() == OutcomeKind.NOT_ATTEMPTED;
  }

  @Override
  public void ended(GradedSubmission standing) {
    out.println();
    standing
        .grade()
        .firstToDo()
        .filter(first -> !first.equals(told))
        .ifPresent(first -> Conclusion.of(first, style).forEach(out::println));
    int points = standing.grade().score() + standing.grade().bonus();
    String before =
        score == null || score == points
            ? ""
            : String.format(Locale.ROOT, " (%+d)", points - score);
    score = points;
    show(style.bold(Conclusion.score(standing) + before));
    if (standing.grade().isIncomplete()) {
      show("The grader itself failed to judge some of them: they are judged again with the next.");
    }
  }

  @Override
  public void refused(List<Feedback> problems) {
    out.println();
    for (Feedback problem : problems) {
      FeedbackText.lines(problem).forEach(out::println);
      out.println();
    }
    show(style.bold("Nothing can be run until this is fixed."));
  }

  @Override
  public void failed(RuntimeException failure) {
    show("The grader itself failed: " + failure + " Save a file to try again.");
  }

  private void show(String line) {
    out.println(line);
    out.flush();
  }
}
