package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.broker.BrokerKind;
import dev.kafkalab.grader.broker.EmbeddedBroker;
import dev.kafkalab.grader.broker.TestBroker;
import dev.kafkalab.grader.criteria.Patience;
import dev.kafkalab.grader.criteria.Workbench;
import dev.kafkalab.grader.evidence.GraderClients;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.studentvm.ChildClassPath;
import dev.kafkalab.grader.studentvm.StartupArchive;
import dev.kafkalab.grader.studentvm.StudentJvmSettings;
import dev.kafkalab.grader.submission.AnswersFile;
import dev.kafkalab.grader.submission.Preparation;
import dev.kafkalab.grader.submission.SubmissionCompiler;
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
import java.util.function.Supplier;

/**
 * Gets everything ready that criteria need: the compiled submission, a broker and JVMs, side by
 * side.
 */
final class Preparations implements AutoCloseable {

  private static final Duration COMPILER = Duration.ofSeconds(60);

  /** A broker with what was measured of it. */
  private record Ground(
      TestBroker broker, GraderClients clients, Patience patience, String roundTopic) {}

  private final GradingRequest request;
  private final WorkFolder folder = new WorkFolder();
  private final Map<String, Duration> timings = Collections.synchronizedMap(new LinkedHashMap<>());
  private final CompletableFuture<Preparation> compiled = new CompletableFuture<>();
  private final CompletableFuture<Ground> ground = new CompletableFuture<>();
  private final CompletableFuture<JvmPool> pool;
  private volatile boolean interrupted;

  Preparations(GradingRequest request) {
    this.request = request;
    this.pool = compiled.thenApply(this::fork);
  }

  void start() {
    complete("compile the submission", compiled, this::compile);
    complete("start the broker", ground, this::startBroker);
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

  private Preparation compile() {
    Path work = folder.path().resolve("submission");
    return new SubmissionCompiler(ChildClassPath.forSubmissions(), COMPILER)
        .prepare(request.folder(), work);
  }

  private Ground startBroker() {
    TestBroker broker = request.broker().start(folder.path().resolve("broker"));
    GraderClients clients = new GraderClients(broker.bootstrapServers());
    BasicRound basicRound = new BasicRound(clients);
    Duration round = basicRound.measure();
    timings.put("measure the basic round", round);
    Patience patience = request.debug() ? Patience.withDebugger() : Patience.measuredBy(round);
    return new Ground(broker, clients, patience, basicRound.topicName());
  }

  private JvmPool fork(Preparation preparation) {
    List<Path> classPath = new ArrayList<>(ChildClassPath.forRunning(folder.path()));
    if (preparation instanceof Preparation.Ready ready) {
      classPath.add(ready.classes());
    }
    int spares = request.debug() || preparation instanceof Preparation.Refused ? 0 : 2;
    return new JvmPool(new StudentJvmSettings(classPath, folder.path(), request.debug()), spares);
  }

  /** Waits until all is ready; throws what kept it from being so. */
  Workbench workbench() {
    try {
      JvmPool jvms = pool.join();
      Ground ready = ground.join();
      return new Workbench(
          ready.broker().bootstrapServers(),
          ready.clients(),
          jvms::take,
          jvms.settings(),
          AnswersFile.read(request.folder()),
          ready.patience(),
          request.seed(),
          folder.path(),
          Long.toString(request.seed(), Character.MAX_RADIX));
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Waits for the compiler and returns why the submission cannot be graded; empty where it can. */
  List<Feedback> problems() {
    return compiled.isCompletedExceptionally()
        ? List.of()
        : compiled.join() instanceof Preparation.Refused refused ? refused.problems() : List.of();
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

  String brokerKind() {
    return BrokerKind.EMBEDDED.word();
  }

  String brokerVersion() {
    return EmbeddedBroker.runningVersion();
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

  /** Ends all as soon as it can. */
  void interrupt() {
    interrupted = true;
    close();
  }

  @Override
  public void close() {
    finished(pool).ifPresent(JvmPool::close);
    finished(ground)
        .ifPresent(
            ready -> {
              prepareForNextTime(ready);
              ready.clients().close();
              ready.broker().close();
            });
    folder.delete();
  }
}
