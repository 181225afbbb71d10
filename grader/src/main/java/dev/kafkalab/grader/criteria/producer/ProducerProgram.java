package dev.kafkalab.grader.criteria.producer;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.api.TopicSetup;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.stage.Patience;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentProcess;
import dev.kafkalab.grader.criteria.trace.UsageSummary;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.isolation.Cell;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.studentvm.CloseEach;
import dev.kafkalab.grader.studentvm.JvmEnd;
import dev.kafkalab.grader.studentvm.StudentApp;
import dev.kafkalab.grader.studentvm.StudentFailure;
import dev.kafkalab.grader.studentvm.launch.StudentJvmSettings;
import dev.kafkalab.grader.tap.Tap;
import dev.kafkalab.grader.tap.note.ProduceNote;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One life of the student's producer program, on a topic that does not exist yet. */
final class ProducerProgram implements StudentProcess {

  private static final String MAIN = "dev.kafkalab.lab.ProducerApp";
  private static final Duration SILENCE = Duration.ofMillis(500);

  /** A sent event may take ten seconds, and the program starts a JVM and a client before. */
  private static final Duration TO_SEND = Duration.ofSeconds(10);

  private static final Set<String> TYPES =
      Set.of(UserEvent.LOGIN, UserEvent.PURCHASE, UserEvent.LOGOUT);

  private final Stage stage;
  private final LabTopic topic;
  private final Tap tap;
  private final StudentApp app;

  /** The points for all else. */
  private final int earned;

  private ProducerProgram(Stage stage, LabTopic topic, Tap tap, StudentApp app, int earned) {
    this.stage = stage;
    this.topic = topic;
    this.tap = tap;
    this.app = app;
    this.earned = earned;
  }

  /** Starts it; the broker does not answer the first request that has an event. */
  static ProducerProgram start(Stage stage, int earned) {
    LabTopic topic = stage.newTopicName();
    StudentJvmSettings settings = stage.context().jvmSettings();
    Cell cell = settings.confinement().newCell();
    Tap tap = Tap.inFrontOf(stage.context().bootstrapServers(), cell.ports(), stage.fence());
    tap.stallAt(ProduceNote.class::isInstance);
    StudentApp app = StudentApp.start(settings, cell, MAIN, List.of(tap.address()), topic.name());
    return stage.add(new ProducerProgram(stage, topic, tap, app, earned));
  }

  void judge() {
    Duration bound = stage.patience().call().plus(TO_SEND);
    await("an event to be sent", bound, () -> app.hasEnded() || hasSent());
    expectNoFailure();
    // A program that ends at once may send nothing, or its event may come as it ends.
    expect(
        hasSent() || app.mainReturned(),
        earned,
        () -> ProgramFeedback.sentNothing(app.lastOutput()));
    boolean early = stage.awaitInSilence("the program to end", SILENCE, app::hasEnded);
    expect(!early, earned, () -> ProgramFeedback.didNotWait(app.lastOutput()));
    tap.resume();
    await("the program to end", bound, app::hasEnded);
    expectNoFailure();
    expect(
        app.hasEnded(),
        earned,
        () -> ProgramFeedback.doesNotEnd(app.stuck(bound), app.lastOutput()));
    int exitCode = app.end().map(JvmEnd::exitCode).orElse(0);
    expect(exitCode == 0, earned, () -> ProgramFeedback.exitCode(exitCode, app.lastOutput()));
    expectEvents();
  }

  private void await(String what, Duration bound, BooleanSupplier condition) {
    boolean unused = Patience.await(what, bound, condition, this::expectNoFailure);
  }

  private boolean hasSent() {
    return !tap.notes(ProduceNote.class).isEmpty();
  }

  /** A program that is not written yet costs its own points only. */
  private void expectNoFailure() {
    try {
      app.missing()
          .ifPresent(
              what -> {
                throw CriterionEnded.failed(ProgramFeedback.missing(what), earned);
              });
    } catch (StudentFailure.NotWritten e) {
      throw CriterionEnded.failed(ProgramFeedback.notWritten(e), earned);
    } catch (StudentFailure.Threw e) {
      throw CriterionEnded.failed(ProgramFeedback.threw(e), earned);
    }
  }

  private void expectEvents() {
    int partitions = topic.describe().map(found -> found.partitions().size()).orElse(0);
    if (partitions != TopicSetup.PARTITIONS) {
      throw CriterionEnded.blocked(
          CriterionId.TOPIC_CREATED, ProgramFeedback.otherTopic(topic.name(), partitions));
    }
    List<ConsumerRecord<byte[], byte[]>> records = topic.readAll();
    Set<String> missing = new TreeSet<>(TYPES);
    missing.removeAll(records.stream().map(KeysJudge::typeOf).collect(Collectors.toSet()));
    expect(missing.isEmpty(), earned, () -> ProgramFeedback.types(records.size(), missing));
    expect(
        records.stream().allMatch(KeysJudge::hasUserAsKey), earned, ProgramFeedback::withoutKeys);
  }

  @Override
  public UsageSummary.Seen seen() {
    return new UsageSummary.Seen(app.clientNotes(), groupId(), 0, 0);
  }

  /** It is in no group. */
  @Override
  public String groupId() {
    return topic.name() + "-group";
  }

  @Override
  public boolean mayShareItsGroup() {
    return false;
  }

  @Override
  public Optional<JvmEnd> end() {
    return app.end();
  }

  @Override
  public void close() {
    CloseEach.of(Stream.<Runnable>of(app::close, tap::close));
  }
}
