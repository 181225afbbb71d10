package dev.kafkalab.grader.criteria.poison;

import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.criteria.trace.Chronicle;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.feedback.Misconception;
import dev.kafkalab.grader.feedback.Timeline;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.studentvm.StudentFailure;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Says how malformed records harmed a consumer that is still running. */
final class PoisonHarm {

  /** Between two polls it stands somewhere else for a moment. */
  private static final int LOOKS = 20;

  private final Stage stage;
  private final ConsumerStage consumer;
  private final StudentRun run;
  private final EventLedger good;
  private final List<Poison> kinds;

  PoisonHarm(
      Stage stage, ConsumerStage consumer, StudentRun run, EventLedger good, List<Poison> kinds) {
    this.stage = stage;
    this.consumer = consumer;
    this.run = run;
    this.good = good;
    this.kinds = kinds;
  }

  /**
   * Finds out what became of a good event: the consumer may be ended afterwards.
   *
   * @param readsAgain whether it was seen to read the same again and again
   * @return makes feedback of it, once it is known which kinds are survived
   */
  Function<Survival, Feedback> find(boolean readsAgain) {
    Chronicle chronicle = Chronicle.ofRuns(consumer.ledger(), run.life(""));
    List<PublishedEvent> missing = good.missing(run.calls());
    Optional<HandlerCall> invented = consumer.firstInvented(run, MalformedKinds::mayBeAnEvent);
    if (missing.isEmpty() && invented.isPresent()) {
      return survival -> MalformedFeedback.invented(survival, invented.get());
    }
    Optional<Changed> changed = Changed.first(good, kinds, run.calls());
    if (missing.isEmpty() && changed.isPresent()) {
      return survival -> MalformedFeedback.changed(survival, changed.get());
    }
    if (missing.isEmpty()) {
      PublishedEvent twice = good.repeated(run.calls()).get(0);
      Timeline timeline = chronicle.handledTwice(twice);
      return survival -> MalformedFeedback.twice(survival, twice).with(timeline);
    }
    Timeline timeline = chronicle.passedOver(missing);
    Optional<Poison> refused = onlyKindOf(missing);
    if (refused.isPresent()) {
      return survival ->
          MalformedFeedback.refused(survival, refused.get(), missing.get(0)).with(timeline);
    }
    int published = good.published().size();
    UnaryOperator<Feedback> cause = readsAgain ? again() : cause(missing.get(0));
    return survival ->
        cause.apply(MalformedFeedback.lost(survival, missing, published).with(timeline));
  }

  /** Where nothing but unusual events is missing, they were taken for malformed ones. */
  private Optional<Poison> onlyKindOf(List<PublishedEvent> missing) {
    List<Optional<Poison>> found =
        missing.stream()
            .map(event -> kinds.stream().filter(kind -> kind.holds(event.event())).findFirst())
            .toList();
    return found.stream().allMatch(Optional::isPresent) ? found.get(0) : Optional.empty();
  }

  /** A consumer that reads the poison again is in a loop; one that reads on has dropped a batch. */
  private UnaryOperator<Feedback> cause(PublishedEvent lost) {
    long before = run.tap().fetches();
    boolean again =
        stage.await(
            "the poison to be read again",
            stage.patience().brief(),
            () -> run.tap().fetches() > before && position(lost) <= lost.offset(),
            run);
    if (again) {
      return again();
    }
    Location poll = run.lines().poll();
    if (run.tap().fetches() == before) {
      return standstill(poll);
    }
    return feedback -> feedback.at(poll).because(Misconception.BATCH_DROPPED_AFTER_POISON);
  }

  private UnaryOperator<Feedback> again() {
    Location poll = run.lines().poll();
    return feedback -> feedback.at(poll).because(Misconception.POISON_LOOPS);
  }

  /**
   * A consumer that stands still somewhere is neither in a loop, nor has it dropped a batch; but
   * where poll() itself throws at the record, it can be called for ever without asking the broker.
   */
  private UnaryOperator<Feedback> standstill(@Nullable Location poll) {
    Location stands = poll;
    for (int look = 0; look < LOOKS; look++) {
      try {
        run.consuming().failIfSpinning(stage.patience().call());
      } catch (StudentFailure.DidNotReturn e) {
        Location at = e.location();
        if (e.stoodIn().contains("poll")) {
          return feedback -> feedback.at(at).because(Misconception.POISON_LOOPS);
        }
        stands = at;
      }
    }
    Location last = stands;
    return feedback -> MalformedFeedback.stoodStill(feedback).at(last);
  }

  private long position(PublishedEvent lost) {
    return run.tap().fetchPositions().of(lost.partition(), Long.MAX_VALUE);
  }
}
