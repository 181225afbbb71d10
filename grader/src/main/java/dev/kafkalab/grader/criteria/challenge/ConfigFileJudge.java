package dev.kafkalab.grader.criteria.challenge;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;
import static dev.kafkalab.grader.criteria.stage.Conditions.expectAttempt;

import dev.kafkalab.grader.criteria.stage.BaseProperties;
import dev.kafkalab.grader.criteria.stage.Conditions;
import dev.kafkalab.grader.criteria.stage.ConsumerStage;
import dev.kafkalab.grader.criteria.stage.DeliveryFeedback;
import dev.kafkalab.grader.criteria.stage.HeldBacklog;
import dev.kafkalab.grader.criteria.stage.ProducerStage;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.feedback.Location;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.PendingCall;
import dev.kafkalab.grader.studentvm.recorder.ClientCall;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Batch;
import dev.kafkalab.grader.studentvm.recorder.ClientCall.Poll;
import dev.kafkalab.grader.studentvm.recorder.ClientMade;
import dev.kafkalab.grader.studentvm.recorder.ClientNotes;
import dev.kafkalab.grader.tap.note.FetchNote;
import dev.kafkalab.grader.tap.note.ProduceNote;
import dev.kafkalab.grader.tap.note.WireNote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges whether settings in a file reach the clients. */
final class ConfigFileJudge {

  private static final int MOST_RECORDS = 3;
  private static final int PARTITION = 0;
  private static final int BACKLOG = 12;
  private static final int EVENTS = 4;

  /**
   * Settings that programs often have themselves, with harmless values that nobody would choose.
   */
  private static final Map<String, String> FOR_CONSUMERS =
      Map.of("max.poll.records", String.valueOf(MOST_RECORDS), "auto.offset.reset", "latest");

  private static final Map<String, String> FOR_PRODUCERS =
      Map.of("retries", "2147483646", "batch.size", "16001");

  private final Stage stage;
  private final ConsumerStage consumer;
  private final String clientId;

  /** What the settings that each client starts from have, too. */
  private final Map<String, String> ofLab = BaseProperties.overridden();

  ConfigFileJudge(Stage stage) {
    this.stage = stage;
    this.consumer = ConsumerStage.on(stage);
    this.clientId = "from-the-file-" + stage.events().below(10_000);
  }

  void judge() {
    Map<String, String> settings = new HashMap<>(FOR_CONSUMERS);
    settings.putAll(FOR_PRODUCERS);
    settings.putAll(ofLab);
    settings.put("client.id", clientId);
    StudentRun run = stage.newRun(consumer.topic(), settings);
    Conditions.requires(CriterionId.CONSUMER_DISPATCHES, () -> read(run));
    Conditions.requires(CriterionId.PRODUCER_DELIVERS, () -> send(run));
    expectClientIds(run);
    expectSmallPolls(run);
    run.clientNotes().consumers().forEach(made -> expectOnTop("consumer", FOR_CONSUMERS, made));
    run.clientNotes().producers().forEach(made -> expectOnTop("producer", FOR_PRODUCERS, made));
    run.clientNotes().consumers().forEach(made -> expectOnTop("consumer", ofLab, made));
    run.clientNotes().producers().forEach(made -> expectOnTop("producer", ofLab, made));
  }

  private void read(StudentRun run) {
    StudentRun reading = consumer.startReading(run);
    HeldBacklog backlog = consumer.holdInBacklog(reading, PARTITION, BACKLOG, 1);
    backlog.hold().letGo(Answer.PROCEED);
    consumer.awaitHandled("the backlog to be handled", backlog.events(), run);
  }

  private void expectClientIds(StudentRun run) {
    Set<String> reading = clients(run, FetchNote.class);
    Set<String> writing = clients(run, ProduceNote.class);
    expectAttempt(
        isNamed(reading) || isNamed(writing), () -> ChallengeFeedback.noConfigFile(clientId));
    ClientNotes notes = run.clientNotes();
    expect(
        isNamed(reading),
        () ->
            ChallengeFeedback.otherClient(
                "consumer", clientId, reading, lineOf(notes.consumers())));
    expect(
        isNamed(writing),
        () ->
            ChallengeFeedback.otherClient(
                "producer", clientId, writing, lineOf(notes.producers())));
  }

  private static void expectSmallPolls(StudentRun run) {
    for (ClientCall poll : run.clientNotes().calls()) {
      int records = records(poll);
      expect(
          records <= MOST_RECORDS,
          () -> ChallengeFeedback.largerPoll(MOST_RECORDS, records, poll.at()));
    }
  }

  /**
   * Checks a client that took its id from the file: the rest of the file must override all other
   * settings too. No behaviour shows these settings.
   */
  private void expectOnTop(String kind, Map<String, String> settings, ClientMade made) {
    if (!isNamed(made.setting("client.id").stream().collect(Collectors.toSet()))) {
      return;
    }
    new TreeMap<>(settings)
        .forEach(
            (name, value) -> {
              String effective = made.setting(name).orElse("another value");
              expect(
                  effective.equals(value),
                  () -> ChallengeFeedback.otherSetting(kind, name, value, effective, made.at()));
            });
  }

  private static int records(ClientCall call) {
    return call.detail() instanceof Poll poll
        ? poll.batches().stream().mapToInt(Batch::count).sum()
        : 0;
  }

  private static @Nullable Location lineOf(List<ClientMade> clients) {
    return clients.isEmpty() ? null : clients.get(0).at();
  }

  private void send(StudentRun run) {
    run.parts().openProducer();
    run.parts().send(consumer.newEvents(EVENTS));
    // A producer may let records wait for ten seconds: close() sends them at once.
    PendingCall closing = run.parts().startClosingProducer();
    boolean sent =
        stage.await(
            "a request",
            ProducerStage.toArrive(stage, run),
            () -> !run.tap().notes(ProduceNote.class).isEmpty(),
            run);
    if (!sent) {
      throw DeliveryFeedback.blockedByDelivery(run, EVENTS);
    }
    // Another criterion judges whether close() waits.
    stage.await("close() to return", closing::ended, run);
    closing.failIfThrew();
  }

  /** A solution may add a suffix to distinguish its clients. */
  private boolean isNamed(Set<String> clients) {
    return clients.stream().anyMatch(client -> client.startsWith(clientId));
  }

  private static Set<String> clients(StudentRun run, Class<? extends WireNote> kind) {
    List<? extends WireNote> notes = run.tap().notes(kind);
    return notes.stream().map(WireNote::clientId).collect(Collectors.toCollection(TreeSet::new));
  }
}
