package dev.kafkalab.grader.classrun;

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
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
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
     * @param kept who has a result that is kept, or needs none
     * @param left how many are to be graded
     */
    void begins(List<Standing> kept, int left);

    /** Says that one more is graded. */
    void graded(Standing standing);
  }

  private static final int MOST_ENDED = 3;
  private static final double NANOS_OF_TENTH = 1e8;
  private static final double TENTHS = 10;
  private static final Surroundings NOWHERE = new Surroundings(Map.of(), "");

  private final RunFolder run;
  private final RunSettings settings;
  private final Function<Path, GradedSubmission> grader;
  private final String revision = System.getProperty("kafkalab.revision", "unknown");
  private final Map<String, Past> past = new HashMap<>();
  private volatile boolean isEnding;

  /** What the log says of a participant. */
  private static final class Past {
    private int tries;
    private int ended;
    private @Nullable LogLine last;
  }

  /** What is to be graded. */
  private record Work(Participant who, Gradable submission, String key) {}

  /**
   * Prepares it.
   *
   * @param request how each submission is graded; its folder is not used
   */
  public ClassGrading(RunFolder run, RunSettings settings, GradingRequest request)
      throws IOException {
    this(run, settings, folder -> Grader.grade(request.of(folder), (result, soFar) -> {}));
  }

  /**
   * Prepares it with something else that grades.
   *
   * @param grader grades the submission in a folder
   */
  ClassGrading(RunFolder run, RunSettings settings, Function<Path, GradedSubmission> grader)
      throws IOException {
    this.run = run;
    this.settings = settings;
    this.grader = grader;
    for (LogLine line : run.log()) {
      note(line);
    }
  }

  private void note(LogLine line) {
    Past before = past.computeIfAbsent(line.id(), id -> new Past());
    if (line.isBeginning()) {
      before.tries++;
      boolean sameKey = before.last != null && before.last.key().equals(line.key());
      before.ended =
          before.last != null && before.last.isBeginning() && sameKey ? before.ended + 1 : 1;
    } else {
      before.ended = 0;
    }
    before.last = line;
  }

  /** Ends no grading, but keeps none of those that end from now on: the process is ending. */
  public void end() {
    isEnding = true;
  }

  /**
   * Grades who has no result yet, and whom {@code again} names.
   *
   * @param only the ids of those who are graded; empty for all
   * @param jobs how many at a time
   * @return where everybody stands, in the order of the participants
   */
  public List<Standing> grade(
      List<Participant> participants, Set<String> only, Again again, int jobs, Listener listener)
      throws IOException {
    Map<Participant, Standing> standings = new HashMap<>();
    List<Work> work = new ArrayList<>();
    for (Participant who : participants) {
      Work due = workOf(who);
      boolean isChosen = only.isEmpty() || only.contains(who.id());
      Standing known =
          due == null ? withoutGrading(who) : kept(due, isChosen ? again : Again.NOTHING);
      if (known == null && !isChosen) {
        known = new Standing(who, State.PENDING, null, 0, 0, "");
      }
      if (known != null) {
        standings.put(who, known);
        discard(who);
      } else if (due != null) {
        work.add(due);
      }
    }
    listener.begins(
        participants.stream().filter(standings::containsKey).map(standings::get).toList(),
        work.size());
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<Standing>> running =
          work.stream().map(each -> workers.submit(() -> graded(each, listener))).toList();
      for (Future<Standing> each : running) {
        Standing standing = resultOf(each);
        standings.put(standing.who(), standing);
      }
    } finally {
      workers.shutdownNow();
    }
    return participants.stream().map(standings::get).toList();
  }

  private @Nullable Work workOf(Participant who) throws IOException {
    return who.handin() != null && who.handin().reading() instanceof Gradable gradable
        ? new Work(who, gradable, ResultKey.of(gradable.folder(), settings, revision))
        : null;
  }

  private Standing withoutGrading(Participant who) {
    if (who.handin() == null) {
      return new Standing(who, State.MISSING, null, 0, 0, "");
    }
    String problem =
        who.handin().reading() instanceof Refused refused
            ? DeadText.of(refused.problems().get(0).message())
            : "";
    return new Standing(who, State.REFUSED, null, 0, 0, problem);
  }

  /** Returns what is known already and still holds; null where there is something to be graded. */
  private @Nullable Standing kept(Work work, Again again) {
    Past before = past.get(work.who().id());
    LogLine last = before == null ? null : before.last;
    if (before == null || last == null || !last.key().equals(work.key())) {
      return null;
    }
    if (last.isBeginning()) {
      return before.ended < MOST_ENDED || again.concerns(work.who().id(), State.FAILED)
          ? null
          : failed(work, before, "The grader was ended three times while it was graded.");
    }
    State state = last.state();
    Points points = run.points(work.who().id()).orElse(null);
    if (state != State.GRADED || points == null || again.concerns(work.who().id(), state)) {
      return state == State.FAILED && !again.concerns(work.who().id(), state)
          ? failed(work, before, orEmpty(last.problem()))
          : null;
    }
    return new Standing(
        work.who(), state, points, before.tries, last.seconds() == null ? 0 : last.seconds(), "");
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Standing failed(Work work, Past before, String problem) {
    return new Standing(work.who(), State.FAILED, null, before.tries, 0, problem);
  }

  private Standing graded(Work work, Listener listener) throws IOException {
    failIfEnding();
    Participant who = work.who();
    long start = System.nanoTime();
    run.log(new LogLine(now(), who.id(), work.key(), null, null, null));
    String problem = problemOf(work);
    failIfEnding();
    discard(who);
    Points points = problem.isEmpty() ? run.points(who.id()).orElse(null) : null;
    State state = points == null ? State.FAILED : State.GRADED;
    double seconds = Math.round((System.nanoTime() - start) / NANOS_OF_TENTH) / TENTHS;
    LogLine line = new LogLine(now(), who.id(), work.key(), state, seconds, problem);
    Standing standing = new Standing(who, state, points, triesAfter(line), seconds, problem);
    run.log(line);
    listener.graded(standing);
    return standing;
  }

  /** What has not begun yet is not counted as ended. */
  private void failIfEnding() throws InterruptedIOException {
    if (isEnding) {
      throw new InterruptedIOException("the process is ending");
    }
  }

  private synchronized int triesAfter(LogLine line) {
    Past before = past.computeIfAbsent(line.id(), id -> new Past());
    before.tries++;
    before.ended = 0;
    before.last = line;
    return before.tries;
  }

  /** Grades, keeps the report, and returns an empty text; or why there is none. */
  private String problemOf(Work work) {
    try {
      GradedSubmission graded = grader.apply(work.submission().folder());
      if (isEnding) {
        return "";
      }
      if (graded.grade().isIncomplete()) {
        return "The grader itself failed: " + fault(graded);
      }
      run.write(
          work.who().id(),
          JsonReport.of(graded.named(work.who().id())),
          HtmlReport.of(graded.named(work.who().name()), NOWHERE));
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

  private static Standing resultOf(Future<Standing> running) throws IOException {
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
