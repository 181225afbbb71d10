package dev.kafkalab.grader.resources;

import dev.kafkalab.grader.broker.ContainerBroker;
import dev.kafkalab.grader.broker.EmbeddedBroker;
import dev.kafkalab.grader.clock.Standstill;
import dev.kafkalab.grader.criteria.stage.GradingContext;
import dev.kafkalab.grader.criteria.stage.Patience;
import dev.kafkalab.grader.criteria.stage.Waits;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.grade.UsedBroker;
import dev.kafkalab.grader.isolation.Confinement;
import dev.kafkalab.grader.studentvm.CloseEach;
import dev.kafkalab.grader.studentvm.StudentJvm;
import dev.kafkalab.grader.studentvm.launch.ChildClassPath;
import dev.kafkalab.grader.studentvm.launch.Place;
import dev.kafkalab.grader.studentvm.launch.StartupArchive;
import dev.kafkalab.grader.studentvm.launch.StudentJvmSettings;
import dev.kafkalab.grader.submission.PreparedSubmission;
import dev.kafkalab.grader.submission.answers.AnswersFile;
import dev.kafkalab.grader.submission.compiler.SourceLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gets everything ready that criteria need: the compiled submission, a broker and JVMs, side by
 * side.
 */
public final class GradingResources implements AutoCloseable {

  /** What did not go well while the machine stood still, or for lack of it, is tried once more. */
  private static final int TRIES = 2;

  /** Ctrl+C ends all within two seconds. */
  private static final Duration CONTAINERS_TO_END = Duration.ofMillis(1_500);

  /** A broker that keeps failing gives no reliable verdicts. */
  private static final int MOST_REPLACEMENTS = 2;

  private enum State {
    OPEN,
    /** All that was started is being ended, or has been. */
    CLOSED,
    /** Nobody wants to know how the criteria end that are still running. */
    ABANDONED,
    /** This JVM is ending: nothing is waited for, and nothing is prepared for the next grading. */
    INTERRUPTED
  }

  private final Path submission;
  private final @Nullable Path classes;
  private final BrokerChoice choice;
  private final IsolationChoice isolation;
  private final long seed;
  private final Pace pace;
  private final WorkFolder folder = new WorkFolder();
  private final Map<String, Duration> timings = Collections.synchronizedMap(new LinkedHashMap<>());
  private final CompletableFuture<PreparedSubmission> compiled;
  private final CompletableFuture<List<Path>> libraries = new CompletableFuture<>();
  private final CompletableFuture<Confinement> confinement;
  private final CompletableFuture<JvmPool> pool;
  private final Replaceable<MeasuredBroker> broker;
  private final Waits waits = new Waits();
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile State state = State.OPEN;

  /** Distinguishes this grading's topics and groups from all others on the same broker. */
  private final String runName;

  /**
   * Names what is to be got ready; nothing is started yet.
   *
   * @param submission its folder
   * @param isolation what keeps the student's code apart
   * @param seed what everything random is drawn from
   * @param classes a folder of classes that come before the submission's own; null if there are
   *     none
   */
  public GradingResources(
      Path submission,
      BrokerChoice choice,
      IsolationChoice isolation,
      long seed,
      Pace pace,
      @Nullable Path classes) {
    this.classes = classes;
    this.isolation = isolation;
    this.submission = submission;
    this.choice = choice;
    this.seed = seed;
    this.pace = pace;
    this.runName = "%s-%s".formatted(inShort(seed), inShort(System.nanoTime()));
    this.compiled = new CompletableFuture<>();
    this.confinement = libraries.thenApply(this::confine);
    this.pool = compiled.thenCombine(confinement, this::fork);
    this.broker =
        new Replaceable<>("Kafka", this::startBroker, MeasuredBroker::abandon, MOST_REPLACEMENTS);
  }

  private static String inShort(long number) {
    return Long.toUnsignedString(number, Character.MAX_RADIX);
  }

  /** Starts all of it; returns at once. */
  public void start() {
    Replaceable.complete(
        compiled, "compile the submission", () -> timed("compile the submission", this::compile));
    Replaceable.complete(
        libraries, "find the libraries", () -> ChildClassPath.forRunning(folder.path()));
    if (Files.isDirectory(submission)) {
      broker.start();
    } else {
      broker.refuse(new IllegalStateException("there is nothing to run"));
    }
  }

  private <T> T timed(String name, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    timings.put(name, Duration.ofNanos(System.nanoTime() - start));
    return result;
  }

  private PreparedSubmission compile() {
    return Compiling.of(submission, attempt -> folder.path().resolve("submission-" + attempt))
        .atMost(TRIES, () -> state == State.OPEN);
  }

  private MeasuredBroker startBroker() {
    int replacements = broker.replacements();
    MeasuredBroker ready =
        timed(
            replacements == 0 ? "start the broker" : "start another broker",
            () -> startBroker(attempt -> "broker-%s-%s".formatted(replacements, attempt)));
    timings.put("measure the basic round", ready.round());
    ready.broker().whenEnded(() -> broker.replace(ready));
    return ready;
  }

  /** One that was started, or measured, while the machine stood still, is started once more. */
  private MeasuredBroker startBroker(Function<Integer, String> folderOf) {
    for (int attempt = 1; ; attempt++) {
      long before = Standstill.count();
      Path data = folder.path().resolve(folderOf.apply(attempt));
      try {
        MeasuredBroker ready = MeasuredBroker.prepare(choice, data, runName);
        if (Standstill.count() == before || attempt == TRIES) {
          return ready;
        }
        ready.close(runName);
      } catch (RuntimeException e) {
        if (Standstill.count() == before || attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private Confinement confine(List<Path> readable) {
    return timed(
        "prepare the isolation",
        () -> isolation.prepare(folder.path(), readable, pace.isDebugged()));
  }

  private JvmPool fork(PreparedSubmission preparation, Confinement cells) {
    List<Path> classPath = new ArrayList<>(libraries.join());
    if (preparation instanceof PreparedSubmission.Ready ready) {
      Stream.ofNullable(classes).forEach(classPath::add);
      Stream.ofNullable(classes).forEach(cells::admit);
      cells.admit(ready.classes());
      classPath.add(ready.classes());
    }
    StudentJvmSettings settings =
        new StudentJvmSettings(classPath, cells, Place.drawnFrom(seed), pace.isDebugged());
    return new JvmPool(
        settings, preparation instanceof PreparedSubmission.Refused ? 0 : pace.spares());
  }

  /** Waits until there is a broker and returns it; throws what kept it from being started. */
  public MeasuredBroker measuredBroker() {
    return broker.await();
  }

  /** Returns the folder that this grading writes to. */
  public Path folder() {
    return folder.path();
  }

  /** Returns whether there is room on the disk that this grading writes to. */
  public boolean hasRoom() {
    return folder.hasRoom();
  }

  /** Returns whether this is still the broker of the grading, and answers. */
  public boolean isSound(MeasuredBroker used) {
    return broker.isCurrent(used) && used.answers();
  }

  /**
   * Replaces a broker that does not respond, unless that has already been done.
   *
   * <p>Where that fails, {@link #measuredBroker()} says so to everybody.
   */
  public void replace(MeasuredBroker dead) {
    broker.replace(dead);
  }

  /** Waits until all is ready; throws what kept it from being so. */
  public GradingContext workbench(MeasuredBroker ready) {
    JvmPool jvms = pool.join();
    return new GradingContext(
        ready.broker().bootstrapServers(),
        ready.broker().kind().isOurs(),
        ready.broker().kind().endsWithGrading(),
        ready.clients(),
        jvms::take,
        jvms.settings(),
        AnswersFile.read(submission),
        pace.isDebugged() ? Patience.withDebugger() : ready.patience(),
        seed,
        waits,
        runName);
  }

  /** Returns what the running criteria wait for. */
  public Waits waits() {
    return waits;
  }

  /** Prepares nothing ahead from now on: the last criterion has begun. */
  public void lastHasBegun() {
    Replaceable.finished(pool).ifPresent(JvmPool::stopForkingAhead);
  }

  /** Waits for the compiler and returns why the submission cannot be graded; empty where it can. */
  public List<Feedback> problems() {
    return Replaceable.finished(compiled)
        .filter(PreparedSubmission.Refused.class::isInstance)
        .map(refused -> ((PreparedSubmission.Refused) refused).problems())
        .orElse(List.of());
  }

  /** Returns the same feedback with the text of the line that it is about, if that is known. */
  public Feedback withSourceLine(Feedback feedback) {
    Location location = feedback.location();
    return location == null
        ? feedback
        : Replaceable.finished(compiled)
            .filter(PreparedSubmission.Ready.class::isInstance)
            .map(ready -> new SourceLines(((PreparedSubmission.Ready) ready).sources()))
            .map(lines -> feedback.at(lines.withText(location)))
            .orElse(feedback);
  }

  /** Returns how long each part took, by its name. */
  public Map<String, Duration> timings() {
    synchronized (timings) {
      return new LinkedHashMap<>(timings);
    }
  }

  /** Returns what Kafka ran in; what was asked for where it did not come to be. */
  public UsedBroker usedBroker() {
    return broker
        .finished()
        .map(
            ready ->
                new UsedBroker(
                    ready.broker().kind().word(), ready.broker().version(), remark(ready)))
        .orElseGet(() -> new UsedBroker(choice.mode().word(), EmbeddedBroker.runningVersion(), ""));
  }

  /** Returns the word for what keeps the student's code apart; what was asked for until it does. */
  public String usedIsolation() {
    return Replaceable.finished(confinement)
        .map(cells -> cells.isolation().word())
        .orElse(isolation.word());
  }

  private String remark(MeasuredBroker ready) {
    return broker.replacements() == 0
        ? ready.remark()
        : (ready.remark()
                + " Kafka stopped and was replaced; the criteria affected were judged again.")
            .strip();
  }

  /**
   * Ends everything that runs outside this JVM, which is ending. It does not wait for unfinished
   * starts; what runs inside this JVM ends with it.
   */
  public void interrupt() {
    state = State.INTERRUPTED;
    broker.stop();
    CloseEach.of(
        Stream.<Runnable>of(
            StudentJvm::killAll,
            StartupArchive::giveUp,
            () -> broker.ifStarted().ifPresent(ready -> ready.interrupt(runName)),
            () -> ContainerBroker.endAll(CONTAINERS_TO_END),
            folder::delete));
  }

  /**
   * Ends everything that was started, and all of the student's JVMs in the middle of their work.
   */
  public void abandon() {
    state = state == State.OPEN ? State.ABANDONED : state;
    close(); // no criterion gets another JVM from now on
    StudentJvm.killAll();
  }

  /** Ends everything that was started; a second call waits until that is done. */
  @Override
  public void close() {
    synchronized (ended) {
      if (!ended.getAndSet(true)) {
        state = state == State.OPEN ? State.CLOSED : state;
        broker.stop();
        endAll();
      }
    }
  }

  private void endAll() {
    CloseEach.of(
        Stream.<Runnable>of(
            () -> Replaceable.finished(pool).ifPresent(JvmPool::close),
            () -> broker.finished().ifPresent(this::end),
            folder::delete));
  }

  private void end(MeasuredBroker ready) {
    try {
      prepareForNextTime(ready);
    } finally {
      ready.close(runName);
    }
  }

  /** The first grading of a build makes all later ones start faster. */
  private void prepareForNextTime(MeasuredBroker ready) {
    if (state == State.CLOSED) {
      StartupArchive.makeIfMissing(
          libraries.join(), ready.broker().bootstrapServers(), ready.roundTopic());
    }
  }
}
