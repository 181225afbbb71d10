package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;
import static java.util.stream.Collectors.toMap;

import dev.kafkalab.grader.clock.Deadline;
import dev.kafkalab.grader.criteria.stage.ConsumerFeedback;
import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.FailureFeedback;
import dev.kafkalab.grader.criteria.stage.HeldBacklog;
import dev.kafkalab.grader.criteria.stage.RunReturned;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.Chronicle;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Timeline;
import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges whether a consumer that is stopped and restarted continues where it stopped. */
final class ResumptionJudge {

  /** Points for losing nothing, but handling something again or ignoring one stop(). */
  private static final int NOTHING_LOST = 4;

  /** A stop() that only asks is done in milliseconds. */
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private static final int IDLE_FETCHES = 3;
  private static final String SECOND = "second run";

  private final Stage stage;
  private final ConsumerStage consumer;

  ResumptionJudge(Stage stage) {
    this.stage = stage;
    this.consumer = ConsumerStage.on(stage);
  }

  void judge() {
    StudentRun first = consumer.startReading();
    expectGivenGroup(first);
    HeldBacklog backlog = consumer.holdInBacklog(first, 1, 30, 10 + stage.events().below(10), 6);
    stopCleanly(first, backlog);
    Offsets committed = stage.group(first.groupId()).committed();
    first.kill();
    stage.group(first.groupId()).evictMembers();

    consumer.publish(20);
    StudentRun second = stage.newRun(consumer.topic());
    second.startConsumer();
    boolean all =
        consumer.awaitHandling(
            "the rest to be handled",
            List.of(first, second),
            () -> missing(first, second).isEmpty(),
            second);
    if (!all) {
      consumer.requireNothingTooEarly(first);
    }
    expect(all, () -> gap(missing(first, second), committed, first, second));
    consumer
        .backward(first)
        .ifPresent(
            feedback -> {
              throw CriterionEnded.failed(feedback, NOTHING_LOST);
            });
    expectNoRepeats(first, second, committed);
    consumer.awaitHandled("a single event to be handled", consumer.publishTo(0, 1), second);
    expectToStopWhenIdle(second);
    expectAllCommitted(second);
    expectSecondStop(second);
    expectToStopBeforeRun(stage.newRunBeside(second, consumer.topic()));
  }

  /** stop() may be called before run(). */
  private void expectToStopBeforeRun(StudentRun run) {
    try {
      run.startStoppedConsumer().await(stage.patience().call());
    } catch (StudentFailure.DidNotReturn e) {
      throw CriterionEnded.failed(ResumptionFeedback.stopForgotten(e, run.lines()), NOTHING_LOST);
    } catch (StudentFailure.Threw e) {
      throw CriterionEnded.failed(ResumptionFeedback.threwWhenStopped(e), NOTHING_LOST);
    }
  }

  /**
   * Nothing is left to read: without a wakeup the consumer stays in poll() for its whole timeout.
   */
  private void expectToStopWhenIdle(StudentRun run) {
    awaitIdle(run);
    run.stopConsumerInPoll();
    try {
      consumer.awaitReturn(run);
    } catch (StudentFailure.DidNotReturn e) {
      throw CriterionEnded.failed(ConsumerFeedback.stopIgnored(e, run.lines()), NOTHING_LOST);
    } catch (StudentFailure.Threw e) {
      throw CriterionEnded.failed(ResumptionFeedback.threwAtStop(e), NOTHING_LOST);
    }
  }

  /** On return everything that was handled is committed, however little it was. */
  private void expectAllCommitted(StudentRun run) {
    Offsets committed = stage.group(run.groupId()).committed();
    List<PublishedEvent> behind =
        consumer.ledger().sources(run.calls()).stream()
            .filter(event -> event.offset() >= committed.of(event.partition(), 0L))
            .toList();
    expect(
        behind.isEmpty(),
        NOTHING_LOST,
        () ->
            ResumptionFeedback.behind(behind, committed, run.commitHistory())
                .with(
                    Chronicle.ofRuns(consumer.ledger(), run.life(""))
                        .of(behind.get(0).partition())));
  }

  /** stop() may be called again, and after run() has returned. */
  private static void expectSecondStop(StudentRun run) {
    try {
      run.stopConsumer();
    } catch (StudentFailure.Threw e) {
      throw CriterionEnded.failed(ResumptionFeedback.threwAfterStop(e), NOTHING_LOST);
    }
  }

  /**
   * Waits until it is in poll(): even a loop that stop() cannot wake notices a stop() that comes
   * while the last event is still being handled. The first request may have been sent ahead, by the
   * poll() that returned that event.
   */
  private void awaitIdle(StudentRun run) {
    long before = run.tap().fetches();
    boolean unused =
        stage.await("its next requests", () -> run.tap().fetches() >= before + IDLE_FETCHES, run);
  }

  private Feedback gap(
      List<PublishedEvent> missing, Offsets committed, StudentRun first, StudentRun second) {
    return ResumptionFeedback.gap(missing, committed)
        .with(chronicle(first, second).passedOver(missing));
  }

  private Chronicle chronicle(StudentRun first, StudentRun second) {
    return Chronicle.ofRuns(consumer.ledger(), first.life("first run"), second.life(SECOND));
  }

  private void expectGivenGroup(StudentRun run) {
    expect(
        run.groupId().equals(run.settings().groupId()),
        () ->
            ResumptionFeedback.otherGroup(
                run.groupId(), groupOfNextStart(), run.settings().groupId(), run.lines()));
  }

  /** A second start distinguishes a random name from a hard-coded one. */
  private Optional<String> groupOfNextStart() {
    try {
      StudentRun next = stage.newRun(consumer.topic());
      next.startConsumer();
      stage.await("the next start to join", () -> next.joinedGroup().isPresent(), next);
      return next.joinedGroup();
    } catch (StudentFailure | RunReturned e) {
      return Optional.empty(); // what is told does not rest on it
    }
  }

  private void stopCleanly(StudentRun run, HeldBacklog backlog) {
    try {
      // The handler is held: a stop() that waits for run() cannot return now.
      Deadline stopping = Deadline.in(stage.patience().call());
      run.stopConsumer();
      boolean late = stopping.waited().compareTo(AT_ONCE) > 0 && stopping.slowness() < 2;
      expect(!late, NOTHING_LOST, ResumptionFeedback::stopWaits);
      backlog.hold().letGo(Answer.PROCEED);
      consumer.awaitReturn(run);
    } catch (StudentFailure.DidNotReturn e) {
      throw CriterionEnded.failed(
          e.call().equals("stop()")
              ? FailureFeedback.of(e)
              : ConsumerFeedback.stopIgnored(e, run.lines()));
    } catch (StudentFailure.Threw e) {
      throw CriterionEnded.failed(ResumptionFeedback.threwInBatch(e));
    } catch (StudentFailure.JvmEnded e) {
      throw CriterionEnded.failed(FailureFeedback.of(e));
    }
  }

  private List<PublishedEvent> missing(StudentRun first, StudentRun second) {
    List<HandlerCall> calls = new ArrayList<>(first.calls());
    calls.addAll(second.calls());
    return consumer.ledger().missing(calls);
  }

  private void expectNoRepeats(StudentRun first, StudentRun second, Offsets committed) {
    List<PublishedEvent> before = consumer.ledger().sources(first.calls());
    List<PublishedEvent> again =
        consumer.ledger().sources(second.calls()).stream().filter(before::contains).toList();
    Optional<PublishedEvent> rewound =
        again.stream()
            .filter(event -> event.offset() < committed.of(event.partition(), 0L))
            .findFirst();
    if (again.isEmpty()) {
      expect(!committed.isEmpty(), () -> ResumptionFeedback.nothingCommitted(0));
      return;
    }
    Timeline timeline =
        chronicle(first, second).handledAgain(rewound.orElseGet(() -> again.get(0)), SECOND);
    rewound.ifPresent(
        event ->
            expect(
                false,
                () -> ResumptionFeedback.rewound(event, committed, second.lines()).with(timeline)));
    expect(
        !committed.isEmpty(),
        () -> ResumptionFeedback.nothingCommitted(again.size()).with(timeline));
    throw CriterionEnded.failed(
        repeats(consumer.givenTo(first), again, committed).with(timeline), NOTHING_LOST);
  }

  /** If the last event of each partition comes again, the commits are one behind. */
  private static Feedback repeats(
      List<PublishedEvent> before, List<PublishedEvent> again, Offsets committed) {
    Offsets last = lastOf(before);
    boolean everywhere = committed.byPartition().size() > 1 && last.hasAll(committed);
    return everywhere && last.hasAll(lastOf(again))
        ? ResumptionFeedback.oneBehind(again, committed)
        : ResumptionFeedback.repeats(again, committed);
  }

  private static Offsets lastOf(List<PublishedEvent> events) {
    return new Offsets(
        events.stream()
            .collect(toMap(PublishedEvent::partition, PublishedEvent::offset, Math::max)));
  }
}
