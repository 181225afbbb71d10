package dev.kafkalab.grader.criteria.topic;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.api.TopicSetup;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.studentvm.PendingCall;
import dev.kafkalab.grader.studentvm.StudentFailure;
import dev.kafkalab.grader.tap.note.TopicAskedNote;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.TopicDescription;

/** Judges how topics are created: first, again, beside others, and where they cannot be. */
final class TopicJudge {

  /** Points for a topic of the right shape, also where another call does harm. */
  private static final int SHAPE = 3;

  private static final Duration SILENCE = Duration.ofMillis(500);

  /** What Kafka's admin client waits for a broker that is not there; its default is a minute. */
  private static final Map<String, String> SOON =
      Map.of("default.api.timeout.ms", "2000", "request.timeout.ms", "1500");

  private final Stage stage;
  private final LabTopic topic;
  private final StudentRun run;

  /** Made after the other one, for a topic that nobody creates. */
  private final StudentRun madeLast;

  TopicJudge(Stage stage) {
    this.stage = stage;
    this.topic = stage.newTopicName();
    this.run = stage.newRun(topic);
    this.madeLast = stage.newRunBeside(run, topic.name() + "-3", Map.of());
  }

  void judge() {
    run.parts().openTopicSetup();
    madeLast.parts().openTopicSetup();
    boolean early = returnsBeforeTheAnswer();
    boolean appeared =
        stage.await("the topic to be there", () -> topic.describe().isPresent(), run);
    expect(
        appeared || !isAskedFor(madeLast.settings().topic()),
        () -> TopicFeedback.missingForAnother(topic.name(), madeLast.settings().topic()));
    expect(appeared, () -> TopicFeedback.missing(topic.name(), run.foreignTopic()));
    PendingCall unreachable = startWithoutBroker();
    TopicDescription created = topic.describe().orElseThrow();
    expectShape(created);
    topic.awaitReady();
    expectNothingChangedAgain(created);
    expect(!early, SHAPE, TopicFeedback::tooEarly);
    expectOtherShapeLeftAlone();
    expectRefusalThrown();
    expect(!returnsNormally(unreachable), SHAPE, TopicFeedback::noBrokerUnnoticed);
  }

  /** Stalls the wire when the topic is first asked for: who waits for the answer cannot return. */
  private boolean returnsBeforeTheAnswer() {
    run.tap()
        .stallAt(
            note -> note instanceof TopicAskedNote asked && asked.topic().equals(topic.name()));
    PendingCall creating = run.parts().startCreatingTopic();
    boolean unused =
        stage.await(
            "the topic to be asked for", () -> creating.ended() || isAskedFor(topic.name()), run);
    boolean early =
        stage.awaitInSilence("createTopic() to return", SILENCE, creating::ended, run)
            && topic.describe().isEmpty();
    run.tap().resume();
    creating.await(stage.patience().call());
    return early;
  }

  private boolean isAskedFor(String name) {
    return Stream.of(run, madeLast)
        .flatMap(each -> each.tap().notes(TopicAskedNote.class).stream())
        .anyMatch(asked -> asked.topic().equals(name));
  }

  private static void expectShape(TopicDescription created) {
    expect(
        created.partitions().size() == TopicSetup.PARTITIONS,
        () -> TopicFeedback.wrongPartitions(created.name(), created.partitions().size()));
    expect(
        replicas(created) == TopicSetup.REPLICATION_FACTOR,
        () -> TopicFeedback.wrongReplicas(created.name(), replicas(created)));
  }

  private void expectNothingChangedAgain(TopicDescription created) {
    Map<String, String> settings = topic.settings();
    List<PublishedEvent> kept = topic.publish(stage.events().events(stage.events().users(4), 12));
    createAgain(run);
    createAgain(newSetup(topic));
    Optional<TopicDescription> after = topic.describe();
    expect(after.isPresent(), SHAPE, () -> TopicFeedback.deleted(topic.name()));
    boolean same =
        after.get().topicId().equals(created.topicId())
            && after.get().partitions().size() == TopicSetup.PARTITIONS
            && topic.size() == kept.size();
    expect(same, SHAPE, () -> TopicFeedback.replaced(topic.name(), kept.size()));
    expectSettings(topic, settings);
  }

  private StudentRun newSetup(LabTopic of) {
    StudentRun beside = stage.newRunBeside(run, of);
    beside.parts().openTopicSetup();
    return beside;
  }

  private static void createAgain(StudentRun run) {
    try {
      run.parts().createTopic();
    } catch (StudentFailure.Threw e) {
      throw CriterionEnded.failed(TopicFeedback.notIdempotent(e), SHAPE);
    }
  }

  /** Somebody else may have created the topic, and had a reason for its shape. */
  private void expectOtherShapeLeftAlone() {
    LabTopic other = stage.newTopicName();
    other.createWith(TopicSetup.PARTITIONS - 1, Map.of("retention.ms", "86400001"));
    Map<String, String> settings = other.settings();
    createAgain(newSetup(other));
    int partitions = other.describe().map(found -> found.partitions().size()).orElse(0);
    expect(
        partitions == TopicSetup.PARTITIONS - 1,
        SHAPE,
        () -> TopicFeedback.reshaped(TopicSetup.PARTITIONS - 1, partitions));
    expectSettings(other, settings);
  }

  private static void expectSettings(LabTopic topic, Map<String, String> before) {
    Map<String, String> after = topic.settings();
    before.forEach(
        (name, value) -> {
          String now = after.getOrDefault(name, "none");
          expect(value.equals(now), SHAPE, () -> TopicFeedback.otherSetting(name, value, now));
        });
  }

  /** Kafka allows no such name: nobody can create that topic. */
  private void expectRefusalThrown() {
    StudentRun refused = stage.newRunBeside(run, topic.name() + "?", Map.of());
    refused.parts().openTopicSetup();
    expect(
        !returnsNormally(refused.parts().startCreatingTopic()),
        SHAPE,
        () -> TopicFeedback.refusalUnnoticed(topic.name() + "?"));
  }

  private PendingCall startWithoutBroker() {
    StudentRun alone = stage.newRunBeside(run, topic.name() + "-2", SOON);
    alone.tap().refuse();
    alone.parts().openTopicSetup();
    return alone.parts().startCreatingTopic();
  }

  /** One that still tries has not said that the topic is there. */
  private boolean returnsNormally(PendingCall creating) {
    try {
      creating.await(stage.patience().call());
      return true;
    } catch (StudentFailure.Threw | StudentFailure.DidNotReturn e) {
      return false;
    }
  }

  private static int replicas(TopicDescription topic) {
    return topic.partitions().stream()
        .mapToInt(partition -> partition.replicas().size())
        .max()
        .orElse(0);
  }
}
