package dev.kafkalab.grader.cli.classes;

import dev.kafkalab.grader.classrun.ClassGrading;
import dev.kafkalab.grader.classrun.RunFolder;
import dev.kafkalab.grader.classrun.book.ClassRecord.Canary;
import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.book.Standing;
import dev.kafkalab.grader.classrun.book.State;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.report.JsonText;
import dev.kafkalab.grader.report.Style;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows how the gradings of a class go: a line for each, with the rate and when all are done. */
final class ClassGradeProgress implements ClassGrading.Listener {

  private static final double NANOS_OF_MINUTE = 6e10;

  /** How many of the last gradings say how fast it goes. */
  private static final int RECENT = 30;

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final PrintWriter out;
  private final Style style;
  private final RunFolder run;
  private final int jobs;
  private final Deque<Long> ends = new ArrayDeque<>();
  private int all;
  private int kept;
  private int done;
  private int failed;

  ClassGradeProgress(PrintWriter out, Style style, RunFolder run, int jobs) {
    this.out = out;
    this.style = style;
    this.run = run;
    this.jobs = jobs;
  }

  @Override
  public synchronized void begins(List<Standing> known, int left, int canaries) {
    all = known.size() + left + canaries;
    kept = known.size();
    ends.add(System.nanoTime());
    long refused = known.stream().filter(each -> each.state() == State.REFUSED).count();
    long missing = known.stream().filter(each -> each.state() == State.MISSING).count();
    long graded = known.stream().filter(each -> each.report() != null).count();
    out.printf(
        Locale.ROOT,
        "%d to grade%s, %s. %d are graded already, %d cannot be graded, %d handed nothing in.%n",
        left,
        canaries == 0 ? "" : " and " + canaries + " known submissions",
        jobs == 1 ? "one at a time" : "up to " + jobs + " at a time",
        graded,
        refused,
        missing);
    out.flush();
    write();
  }

  @Override
  public synchronized void graded(Standing standing) {
    failed += standing.state() == State.FAILED ? 1 : 0;
    GradeReport points = standing.report();
    String earned =
        points == null
            ? style.bold(standing.problem())
            : String.format(
                Locale.ROOT,
                "%d of %d%s",
                points.score(),
                points.maxScore(),
                points.bonus() > 0 ? " + " + points.bonus() : "");
    tick(points != null, DeadText.of(standing.who().name()), earned);
  }

  @Override
  public synchronized void judged(Canary canary) {
    failed += canary.right() ? 0 : 1;
    tick(
        canary.right(),
        canary.id(),
        canary.right() ? "judged rightly" : style.bold("judged wrongly: " + canary.problem()));
  }

  private void tick(boolean isFine, String who, String what) {
    done++;
    ends.add(System.nanoTime());
    if (ends.size() > RECENT + 1) {
      ends.remove();
    }
    out.printf(
        Locale.ROOT,
        "%s %3d of %d  %s  %s  (%.1f a minute, done at %s)%n",
        isFine ? "✓" : "!",
        kept + done,
        all,
        who,
        what,
        perMinute(),
        CLOCK.format(LocalTime.now(ZoneId.systemDefault()).plus(left())));
    out.flush();
    write();
  }

  private double perMinute() {
    double minutes = (ends.getLast() - ends.getFirst()) / NANOS_OF_MINUTE;
    return minutes == 0 ? 0 : (ends.size() - 1) / minutes;
  }

  private Duration left() {
    double rate = perMinute();
    return rate == 0
        ? Duration.ZERO
        : Duration.ofNanos((long) ((all - kept - done) / rate * NANOS_OF_MINUTE));
  }

  private void write() {
    run.write(
        "progress.json",
        JsonText.of(
            new Progress(
                all,
                kept + done,
                failed,
                Math.round(perMinute() * 10) / 10.0,
                done == 0 ? null : left().toSeconds())));
  }

  /** The file that says how far a run is. */
  record Progress(
      int participants, int done, int failedNow, double perMinute, @Nullable Long secondsLeft) {}
}
