package dev.kafkalab.grader.classrun;

import dev.kafkalab.grader.classrun.book.ClassRecord;
import dev.kafkalab.grader.classrun.book.ClassRecord.Canary;
import dev.kafkalab.grader.classrun.book.GradeReport;
import dev.kafkalab.grader.classrun.book.RunSettings;
import dev.kafkalab.grader.classrun.book.Standing;
import dev.kafkalab.grader.classrun.book.State;
import dev.kafkalab.grader.engine.Grader;
import dev.kafkalab.grader.engine.GradingRequest;
import dev.kafkalab.grader.feedback.DeadText;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.handin.mend.Reading.Gradable;
import dev.kafkalab.grader.handin.mend.Reading.Refused;
import dev.kafkalab.grader.report.JsonReport;
import dev.kafkalab.grader.report.Surroundings;
import dev.kafkalab.grader.report.html.HtmlReport;
import dev.kafkalab.grader.rubric.OutcomeKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Grades the participants of a run, several at a time, and keeps each result as soon as it is
 * there.
 *
 * <p>A result that depends on nothing that has changed is kept. Whatever happens to one grading
 * costs the others nothing; one during which the grader was ended three times is given up.
 */
public final class ClassGrading {

  /** Is told how a run goes, from several threads. */
  public interface Listener {

    /**
     * Says what there is to do.
     *
     * @param kept who has a result that is kept, needs none, or is left for another time
     * @param left how many are to be graded
     * @param canaries how many known submissions are graded besides
     */
    void begins(List<Standing> kept, int left, int canaries);

    /** Says that one more is graded. */
    void graded(Standing standing);

    /** Says how a known submission was judged. */
    void judged(Canary canary);
  }

  private static final double NANOS_OF_TENTH = 1e8;
  private static final double TENTHS = 10;
  private static final Surroundings NOWHERE = new Surroundings(Map.of(), "");

  private final RunFolder run;
  private final RunSettings settings;
  private final SubmissionGrader grader;
  private final Canaries canaries;
  private final History history;
  private final Notes notes;
  private final String revision = System.getProperty("kafkalab.revision", "unknown");
  private volatile boolean isEnding;

  /** What is to be graded. */
  private record Work(Participant who, Gradable submission, String content, String key) {}

  /**
   * Prepares it.
   *
   * @param request how each submission is graded; its folder is not used
   * @param canaries what is graded besides
   */
  public ClassGrading(
      RunFolder run, RunSettings settings, GradingRequest request, Canaries canaries)
      throws IOException {
    this(
        run,
        settings,
        (folder, criteria) ->
            Grader.grade(
                criteria.isEmpty() ? request.of(folder) : request.of(folder).by(criteria),
                (result, soFar) -> {}),
        canaries);
  }

  /**
   * Prepares it with something else that grades.
   *
   * @param grader grades the submission in a folder
   */
  ClassGrading(RunFolder run, RunSettings settings, SubmissionGrader grader, Canaries canaries)
      throws IOException {
    this.run = run;
    this.settings = settings;
    this.grader = grader;
    this.canaries = canaries;
    this.history = new History(run.log());
    this.notes = new Notes(run, revision);
  }

  /** Ends no grading, but keeps none of those that end from now on: the process is ending. */
  public void end() {
    isEnding = true;
  }

  /**
   * Grades who has no result yet, and whom {@code again} names.
   *
   * @param only the ids of those who are graded; empty for all
   * @param jobs the most at a time
   * @return where everybody stands, in the order of the participants, and the canaries
   */
  public ClassRecord grade(
      List<Participant> participants, Set<String> only, Again again, int jobs, Listener listener)
      throws IOException {
    List<Work> work = new ArrayList<>();
    for (Participant who : participants) {
      Work due = workOf(who);
      boolean isChosen = only.isEmpty() || only.contains(who.id());
      Standing known =
          due == null ? withoutGrading(who) : kept(due, isChosen ? again : Again.NOTHING);
      if (known == null && due != null && isChosen) {
        work.add(due);
      } else {
        discard(who);
      }
      notes.add(known == null ? pending(who) : known);
    }
    // Whoever ends the grader must not keep it from the others, nor look guilty of somebody's kill.
    work.sort(Comparator.comparingInt(each -> history.ended(each.who().id())));
    List<Canary> earlier = earlierCanaries(work.isEmpty());
    notes.keep(earlier);
    List<Canaries.Known> birds = work.isEmpty() ? List.of() : canaries.without(earlier);
    listener.begins(notes.done(), work.size(), birds.size());
    notes.write();
    List<Callable<Void>> all = new ArrayList<>();
    Governor governor = new Governor(jobs);
    work.forEach(each -> all.add(inTurn(governor, () -> listener.graded(graded(each)))));
    Random places = new Random(settings.seed());
    for (Canaries.Known bird : birds) {
      all.add(
          places.nextInt(all.size() + 1), inTurn(governor, () -> listener.judged(judged(bird))));
    }
    runAll(all, jobs);
    return notes.write();
  }

  /** Those that this revision judged rightly are not judged again when a run goes on. */
  private List<Canary> earlierCanaries(boolean isAll) {
    return run.record().stream()
        .filter(record -> isAll || record.revision().equals(revision))
        .flatMap(record -> record.canaries().stream())
        .filter(each -> isAll || each.right())
        .toList();
  }

  /** Something that is to be done in a turn of its own. */
  @FunctionalInterface
  private interface Task {
    void run() throws IOException;
  }

  private static Callable<Void> inTurn(Governor governor, Task task) {
    return () -> {
      governor.begin();
      try {
        task.run();
      } finally {
        governor.end();
      }
      return null;
    };
  }

  private static void runAll(List<Callable<Void>> tasks, int jobs) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<Void>> running = tasks.stream().map(workers::submit).toList();
      for (Future<Void> each : running) {
        Void unused = resultOf(each);
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private Canary judged(Canaries.Known bird) throws IOException {
    failIfEnding();
    Canary canary;
    try {
      canary = bird.judge(grader);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      canary =
          new Canary(
              bird.id(), false, "The grader itself failed: " + DeadText.of(String.valueOf(e)));
    }
    failIfEnding();
    notes.add(canary);
    return canary;
  }

  private @Nullable Work workOf(Participant who) throws IOException {
    if (who.handin() == null || !(who.handin().reading() instanceof Gradable gradable)) {
      return null;
    }
    String content = ResultKey.contentOf(gradable.folder());
    return new Work(who, gradable, content, ResultKey.of(content, settings, revision));
  }

  private static Standing withoutGrading(Participant who) {
    if (who.handin() == null) {
      return new Standing(who.student(), State.MISSING, "", 0, 0, "", null);
    }
    String problem =
        who.handin().reading() instanceof Refused refused
            ? DeadText.of(refused.problems().get(0).message())
            : "";
    return new Standing(who.student(), State.REFUSED, "", 0, 0, problem, null);
  }

  private static Standing pending(Participant who) {
    return new Standing(who.student(), State.PENDING, "", 0, 0, "", null);
  }

  /** Returns what is known already and still holds; null where there is something to be graded. */
  private @Nullable Standing kept(Work work, Again again) {
    String id = work.who().id();
    LogLine last = history.last(id, work.key());
    if (last == null) {
      return null;
    }
    if (last.isBeginning()) {
      return history.isGivenUp(id) && !again.concerns(id, State.FAILED)
          ? failed(work, "The grader was ended three times while it was graded.")
          : null;
    }
    State state = last.state();
    GradeReport report = run.report(id).orElse(null);
    if (state != State.GRADED || report == null || again.concerns(id, state)) {
      return state == State.FAILED && !again.concerns(id, state)
          ? failed(work, orEmpty(last.problem()))
          : null;
    }
    double seconds = last.seconds() == null ? 0 : last.seconds();
    return new Standing(
        work.who().student(), state, work.content(), history.tries(id), seconds, "", report);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private Standing failed(Work work, String problem) {
    int tries = history.tries(work.who().id());
    return new Standing(
        work.who().student(), State.FAILED, work.content(), tries, 0, problem, null);
  }

  private Standing graded(Work work) throws IOException {
    failIfEnding();
    String id = work.who().id();
    long start = System.nanoTime();
    log(new LogLine(now(), id, work.key(), null, null, null));
    String problem = problemOf(work);
    failIfEnding();
    discard(work.who());
    GradeReport report = problem.isEmpty() ? run.report(id).orElse(null) : null;
    State state = report == null ? State.FAILED : State.GRADED;
    double seconds = Math.round((System.nanoTime() - start) / NANOS_OF_TENTH) / TENTHS;
    log(new LogLine(now(), id, work.key(), state, seconds, problem));
    Standing standing =
        new Standing(
            work.who().student(),
            state,
            work.content(),
            history.tries(id),
            seconds,
            problem,
            report);
    notes.add(standing);
    return standing;
  }

  private void log(LogLine line) {
    run.log(line);
    history.add(line);
  }

  /** What has not begun yet is not counted as ended. */
  private void failIfEnding() throws InterruptedIOException {
    if (isEnding) {
      throw new InterruptedIOException("the process is ending");
    }
  }

  /** Grades, keeps the report, and returns an empty text; or why there is none. */
  private String problemOf(Work work) {
    try {
      GradedSubmission graded = grader.grade(work.submission().folder(), Set.of());
      if (isEnding) {
        return "";
      }
      if (graded.grade().isIncomplete()) {
        return "The grader itself failed: " + fault(graded);
      }
      run.write(
          work.who().id(),
          JsonReport.of(graded.named(work.who().id())),
          HtmlReport.of(graded.named(work.who().student().name()), NOWHERE));
      return "";
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return "The grader itself failed: " + DeadText.of(String.valueOf(e));
    }
  }

  private static String fault(GradedSubmission graded) {
    return graded.grade().results().stream()
        .filter(result -> result.kind() == OutcomeKind.INFRASTRUCTURE)
        .map(CriterionResult::feedback)
        .flatMap(Stream::ofNullable)
        .map(feedback -> DeadText.of(feedback.message()))
        .findFirst()
        .orElse("not all criteria were judged.");
  }

  private static void discard(Participant who) throws IOException {
    if (who.handin() != null) {
      who.handin().discardCopy();
    }
  }

  private static Void resultOf(Future<Void> running) throws IOException {
    try {
      return running.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a class was graded");
    }
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
