package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.broker.ContainerBroker;
import dev.kafkalab.grader.broker.EmbeddedBroker;
import dev.kafkalab.grader.clock.Standstill;
import dev.kafkalab.grader.criteria.stage.Patience;
import dev.kafkalab.grader.criteria.stage.Workbench;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.UsedBroker;
import dev.kafkalab.grader.studentvm.ChildClassPath;
import dev.kafkalab.grader.studentvm.CloseEach;
import dev.kafkalab.grader.studentvm.StartupArchive;
import dev.kafkalab.grader.studentvm.StudentJvm;
import dev.kafkalab.grader.studentvm.StudentJvmSettings;
import dev.kafkalab.grader.submission.AnswersFile;
import dev.kafkalab.grader.submission.CompilerFault;
import dev.kafkalab.grader.submission.CompilerLimits;
import dev.kafkalab.grader.submission.Preparation;
import dev.kafkalab.grader.submission.SubmissionCompiler;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Gets everything ready that criteria need: the compiled submission, a broker and JVMs, side by
 * side.
 */
final class Preparations implements AutoCloseable {

  private static final int TRIES = 2;

  /** Ctrl+C ends all within two seconds. */
  private static final Duration CONTAINERS_TO_END = Duration.ofMillis(1_500);

  /** A broker that dies again and again is no ground for verdicts. */
  private static final int MOST_REPLACEMENTS = 2;

  private final GradingRequest request;
  private final WorkFolder folder = new WorkFolder();
  private final Map<String, Duration> timings = Collections.synchronizedMap(new LinkedHashMap<>());
  private final CompletableFuture<Preparation> compiled = new CompletableFuture<>();
  private final CompletableFuture<JvmPool> pool;

  /** Tells this grading's topics and groups from those of all others on the same broker. */
  private final String runName;

  private volatile CompletableFuture<Ground> ground = new CompletableFuture<>();
  private int replacements;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile boolean closing;
  private volatile boolean interrupted;

  Preparations(GradingRequest request) {
    this.request = request;
    this.runName = "%s-%s".formatted(inShort(request.seed()), inShort(System.nanoTime()));
    this.pool = compiled.thenApply(this::fork);
  }

  void start() {
    complete("compile the submission", compiled, this::compile);
    if (Files.isDirectory(request.folder())) {
      complete("start the broker", ground, this::startBroker);
    } else {
      ground.completeExceptionally(new IllegalStateException("there is nothing to run"));
    }
  }

  private <T> void complete(String name, CompletableFuture<T> future, Supplier<T> work) {
    Thread thread =
        new Thread(
            () -> {
              long start = System.nanoTime();
              try {
                T result = work.get();
                timings.put(name, Duration.ofNanos(System.nanoTime() - start));
                future.complete(result);
              } catch (RuntimeException | Error e) {
                future.completeExceptionally(e); // whoever needs it says what is missing
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  /** What is no fault of the sources is tried once more. */
  private Preparation compile() {
    SubmissionCompiler compiler =
        new SubmissionCompiler(ChildClassPath.forSubmissions(), CompilerLimits.USUAL);
    for (int attempt = 1; ; attempt++) {
      try {
        return compiler.prepare(request.folder(), folder.path().resolve("submission-" + attempt));
      } catch (CompilerFault | UncheckedIOException e) {
        if (attempt == TRIES || closing) {
          throw e;
        }
      }
    }
  }

  private static String inShort(long number) {
    return Long.toUnsignedString(number, Character.MAX_RADIX);
  }

  /** One that was started, or measured, while the machine stood still, is started once more. */
  private Ground startBroker() {
    for (int attempt = 1; ; attempt++) {
      long before = Standstill.count();
      Path data = folder.path().resolve("broker-%s-%s".formatted(replacements, attempt));
      try {
        Ground ready = Ground.prepare(request.broker(), data, runName);
        if (Standstill.count() == before || attempt == TRIES) {
          timings.put("measure the basic round", ready.round());
          ready.broker().whenEnded(() -> replace(ready));
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

  private JvmPool fork(Preparation preparation) {
    List<Path> classPath = new ArrayList<>(ChildClassPath.forRunning(folder.path()));
    if (preparation instanceof Preparation.Ready ready) {
      classPath.add(ready.classes());
    }
    StudentJvmSettings settings =
        new StudentJvmSettings(classPath, folder.path(), request.pace().isDebugged());
    return new JvmPool(
        settings, preparation instanceof Preparation.Refused ? 0 : request.pace().spares());
  }

  /** Waits until all is ready and returns the broker; throws what kept it from being so. */
  Ground ground() {
    try {
      return ground.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Returns the folder that this grading writes to. */
  Path folder() {
    return folder.path();
  }

  /** Returns whether there is room on the disk that this grading writes to. */
  boolean hasRoom() {
    return folder.hasRoom();
  }

  /** Returns whether this is still the broker of the grading, and answers. */
  boolean isSound(Ground used) {
    return isCurrent(used) && used.answers();
  }

  private boolean isCurrent(Ground used) {
    CompletableFuture<Ground> now = ground;
    return now.isDone() && !now.isCompletedExceptionally() && now.join().equals(used);
  }

  /**
   * Starts another broker in the place of one that does not answer, unless somebody has done so.
   *
   * <p>Where that fails, {@link #ground()} says so to everybody.
   */
  synchronized void replace(Ground dead) {
    if (closing || !isCurrent(dead)) {
      return;
    }
    CompletableFuture<Ground> next = new CompletableFuture<>();
    ground = next;
    replacements++;
    if (replacements > MOST_REPLACEMENTS) {
      next.completeExceptionally(new IllegalStateException("Kafka stopped answering too often"));
      dead.abandon();
    } else {
      complete("start another broker", next, () -> startInThePlaceOf(dead));
    }
  }

  /** Whatever goes wrong here is told to whoever waits for the next broker. */
  private Ground startInThePlaceOf(Ground dead) {
    dead.abandon();
    return startBroker();
  }

  /** Waits until all is ready; throws what kept it from being so. */
  Workbench workbench(Ground ready) {
    JvmPool jvms = pool.join();
    return new Workbench(
        ready.broker().bootstrapServers(),
        ready.broker().kind().isOurs(),
        ready.broker().kind().endsWithGrading(),
        ready.clients(),
        jvms::take,
        jvms.settings(),
        AnswersFile.read(request.folder()),
        request.pace().isDebugged() ? Patience.withDebugger() : ready.patience(),
        request.seed(),
        folder.path(),
        runName);
  }

  /** Waits for the compiler and returns why the submission cannot be graded; empty where it can. */
  List<Feedback> problems() {
    return finished(compiled)
        .filter(Preparation.Refused.class::isInstance)
        .map(refused -> ((Preparation.Refused) refused).problems())
        .orElse(List.of());
  }

  Map<String, Duration> timings() {
    synchronized (timings) {
      return new LinkedHashMap<>(timings);
    }
  }

  String submissionName() {
    Path name = request.folder().toAbsolutePath().normalize().getFileName();
    return name == null ? request.folder().toString() : name.toString();
  }

  /** Returns what Kafka ran in; what was asked for where it did not come to be. */
  UsedBroker broker() {
    return finished(ground)
        .map(
            ready ->
                new UsedBroker(
                    ready.broker().kind().word(), ready.broker().version(), remark(ready)))
        .orElseGet(
            () ->
                new UsedBroker(
                    request.broker().mode().word(), EmbeddedBroker.runningVersion(), ""));
  }

  private String remark(Ground ready) {
    return replacements == 0
        ? ready.remark()
        : (ready.remark() + " Kafka ended and was replaced; what it had hit was judged again.")
            .strip();
  }

  /**
   * Waits for what is still being started, so that nothing is left running; empty where it failed.
   */
  private static <T> Optional<T> finished(CompletableFuture<T> future) {
    try {
      return Optional.of(future.join());
    } catch (CompletionException | CancellationException e) {
      return Optional.empty();
    }
  }

  /** The first grading of a build makes all later ones start faster. */
  private void prepareForNextTime(Ground ready) {
    if (!interrupted) {
      StartupArchive.makeIfMissing(
          ChildClassPath.forRunning(folder.path()),
          ready.broker().bootstrapServers(),
          ready.roundTopic());
    }
  }

  /**
   * Ends all that runs outside of this JVM, which is ending: nothing is waited for that was only
   * begun, and what is in this JVM goes with it.
   */
  void interrupt() {
    closing = true;
    interrupted = true;
    CloseEach.of(
        Stream.<Runnable>of(
            StudentJvm::killAll,
            StartupArchive::giveUp,
            () -> started(ground).ifPresent(ready -> ready.interrupt(runName)),
            () -> ContainerBroker.endAll(CONTAINERS_TO_END),
            folder::delete));
  }

  /** Ends all that was started; whoever closes it once more waits until that is done. */
  @Override
  public void close() {
    closing = true;
    synchronized (closed) {
      if (!closed.getAndSet(true)) {
        endAll();
      }
    }
  }

  private void endAll() {
    CloseEach.of(
        Stream.<Runnable>of(
            () -> finished(pool).ifPresent(JvmPool::close),
            () -> finished(ground).ifPresent(this::end),
            folder::delete));
  }

  /** Returns what is there already, without waiting for what is not. */
  private static <T> Optional<T> started(CompletableFuture<T> future) {
    return future.isDone() ? finished(future) : Optional.empty();
  }

  private void end(Ground ready) {
    try {
      prepareForNextTime(ready);
    } finally {
      ready.close(runName);
    }
  }
}
