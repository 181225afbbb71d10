package dev.kafkalab.grader.engine;

import dev.kafkalab.grader.checklist.Checklist;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.grade.CriterionResult;
import dev.kafkalab.grader.grade.Deliverable;
import dev.kafkalab.grader.grade.Grade;
import dev.kafkalab.grader.grade.GradedSubmission;
import dev.kafkalab.grader.judging.Judge;
import dev.kafkalab.grader.judging.OwnFaults;
import dev.kafkalab.grader.judging.Remarks;
import dev.kafkalab.grader.resources.GradingResources;
import dev.kafkalab.grader.rubric.CriterionInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One grading of one submission: what it needs, and what was found so far. */
public final class GradingSession implements AutoCloseable {

  private final GradingRequest request;
  private final GradingListener progress;
  private final GradingResources resources;
  private final List<CriterionInfo> asked;
  private final AtomicInteger begun = new AtomicInteger();
  private final Judge judge;
  private final long started = System.nanoTime();
  private final Instant startedAt = Instant.now();
  private final Remarks remarks = new Remarks();
  private final List<CriterionResult> results = new ArrayList<>();
  private final Thread onInterrupt = new Thread(this::interrupt, "end-grading");

  private GradingSession(GradingRequest request, GradingListener progress) {
    this.request = request;
    this.progress = progress;
    this.asked = LabRubric.criteria(request.criteria());
    this.resources =
        new GradingResources(
            request.folder(),
            request.broker(),
            request.isolation(),
            request.seed(),
            request.pace(),
            request.classes());
    this.judge = new Judge(resources, request.pace(), remarks);
    Runtime.getRuntime().addShutdownHook(onInterrupt);
  }

  /** Starts to prepare a grading; returns while broker and compiler are still at work. */
  public static GradingSession open(GradingRequest request) {
    return open(request, (result, soFar) -> {});
  }

  /** Does the same, and tells of each criterion as soon as it has ended. */
  public static GradingSession open(GradingRequest request, GradingListener progress) {
    OneLocale.use();
    OwnFaults.watch();
    GradingSession session = new GradingSession(request, progress);
    progress.began(session.resources.waits()::now);
    session.resources.start();
    return session;
  }

  /** Returns what was asked for. */
  public GradingRequest request() {
    return request;
  }

  /** Judges a criterion and notes the result; never throws for what the student's code does. */
  CriterionResult judge(CriterionInfo criterion, Consumer<Stage> body) {
    if (begun.incrementAndGet() == asked.size()) {
      resources.lastHasBegun();
    }
    CriterionResult result = judge.judge(criterion, body).telling(resources::withSourceLine);
    synchronized (results) {
      results.add(result);
    }
    progress.judged(result, this::graded);
    return result;
  }

  /**
   * Adds up all that was found. A criterion that JUnit has not run was not judged: that is ours.
   *
   * @param why what went wrong with JUnit, where that is known
   */
  GradedSubmission finish(@Nullable Throwable why) {
    List<CriterionInfo> missing = graded().grade().missing();
    synchronized (results) {
      for (CriterionInfo criterion : missing) {
        results.add(Judge.notRun(criterion, why));
      }
    }
    return graded();
  }

  /** Adds up what was found so far. */
  public GradedSubmission graded() {
    List<CriterionResult> found;
    synchronized (results) {
      found = List.copyOf(results);
    }
    Grade grade = Grade.of(asked, found);
    List<Feedback> problems = resources.problems();
    Map<String, Duration> timings = new LinkedHashMap<>(resources.timings());
    grade.results().forEach(result -> timings.put(result.criterion().id(), result.duration()));
    return new GradedSubmission(
        submissionName(),
        grade,
        problems,
        resources.usedBroker(),
        resources.usedIsolation(),
        request.seed(),
        Duration.ofNanos(System.nanoTime() - started),
        timings,
        deliverables(),
        startedAt,
        remarks.all());
  }

  private String submissionName() {
    Path name = request.folder().toAbsolutePath().normalize().getFileName();
    return name == null ? request.folder().toString() : name.toString();
  }

  /** Looks for what is to be handed in; that never decides whether a grading counts. */
  private List<Deliverable> deliverables() {
    try {
      return Checklist.of(request.folder());
    } catch (RuntimeException e) {
      return List.of();
    }
  }

  /** Ends all that the grading started. */
  @Override
  public void close() {
    resources.close();
    progress.ended(graded());
    try {
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    } catch (IllegalStateException e) {
      return; // this JVM is ending: the hook has run or is about to, and finds nothing left
    }
  }

  /** Ends all that the grading started, although criteria are still running: they end soon. */
  void abandon() {
    resources.abandon();
  }

  private void interrupt() {
    LastMoments.use(resources::interrupt);
  }
}
