package dev.kafkalab.grader.criteria.consumer;

import static dev.kafkalab.grader.criteria.stage.Conditions.expect;

import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.stage.ConsumerFeedback;
import dev.kafkalab.grader.criteria.stage.Patience;
import dev.kafkalab.grader.criteria.stage.Stage;
import dev.kafkalab.grader.criteria.stage.StudentRun;
import dev.kafkalab.grader.evidence.EventIdentity;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.LabJson;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.evidence.OddEvents;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.evidence.Sighting;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.studentvm.Hold;
import dev.kafkalab.grader.wire.ClientKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Judges the events that the handler receives. */
final class DispatchJudge {

  /** Some are almost known ones. */
  private static final List<String> UNKNOWN_TYPES =
      List.of("click", "login2", "log", "LOGIN", "", "purchase ", "logins", "Logout", "null");

  /** Any text is allowed as an id, and each letter counts. */
  private static final List<String> BLANK = List.of("", " ");

  private static final Map<String, String> METHODS =
      Map.of(
          UserEvent.LOGIN,
          "onLogin",
          UserEvent.PURCHASE,
          "onPurchase",
          UserEvent.LOGOUT,
          "onLogout");

  /** More than a poll brings, where nobody has changed that. */
  private static final int BURST = 1_000;

  private static final int SLOW_BURST = 10;

  private static final int CROWDED = 1;

  /** Points for a consumer that is right about the usual events. */
  private static final int USUAL = 4;

  /** A thousand events that take longer than this would take minutes. */
  private static final Duration SLOW = Duration.ofMillis(20);

  private final Stage stage;
  private final LabTopic topic;
  private final List<String> users;
  private final EventLedger ledger = new EventLedger();
  private final EventLedger elsewhere = new EventLedger();

  DispatchJudge(Stage stage) {
    this.stage = stage;
    this.topic = stage.newTopic();
    this.users = stage.events().users(6);
  }

  void judge() {
    publishElsewhere();
    List<PublishedEvent> early = publish(eventsWithUnknownType());
    StudentRun run = stage.newRun(topic);
    run.startConsumer();

    boolean all = awaitAll("all events to be handled", run);
    if (!all) {
      explainMissing(run, early);
    }
    goOnAfterAPause(run);
    elsewhere.sources(run.calls()).stream()
        .findFirst()
        .ifPresent(
            event -> expect(false, USUAL, () -> DispatchFeedback.otherTopic(topic.name(), event)));
    expectWhatWasPublished(run);
    ledger
        .firstOutOfOrder(run.calls())
        .ifPresent(event -> expect(false, () -> ConsumerFeedback.outOfOrder(event)));
    ledger.repeated(run.calls()).stream()
        .findFirst()
        .ifPresent(event -> expect(false, () -> ConsumerFeedback.repeated(event)));
    run.expectLabProperties(ClientKind.CONSUMER, USUAL);
    expectOddOnes(run);
    new SecondConsumer(stage, topic, users).expectBeside(run);
  }

  /** Publishes to a topic whose name begins like the one to read. */
  private void publishElsewhere() {
    List<String> others = users.stream().map(user -> user + "_besides").toList();
    elsewhere.add(stage.newDeadLetterTopic(topic).publish(stage.events().events(others, 3)));
  }

  /** Publishes events of blank users, one of the far future, and one event twice. */
  private void expectOddOnes(StudentRun run) {
    List<UserEvent> odd = new ArrayList<>();
    BLANK.forEach(user -> odd.add(stage.events().event(user, UserEvent.LOGIN)));
    odd.add(new OddEvents(stage.events()).farInTheFuture(users.get(0)));
    UserEvent twin = stage.events().event(users.get(1), UserEvent.LOGIN);
    List<UserEvent> all = new ArrayList<>(odd);
    all.addAll(List.of(twin, twin));
    List<PublishedEvent> unused = topic.publishTo(0, all);
    stage.awaitHandling(
        "unusual events",
        () -> (int) all.stream().filter(event -> handled(run, event) == 0).count(),
        () -> odd.stream().allMatch(event -> handled(run, event) > 0) && handled(run, twin) > 1,
        run);
    odd.stream()
        .filter(event -> handled(run, event) == 0)
        .findFirst()
        .ifPresent(
            event ->
                expect(
                    false,
                    USUAL,
                    () ->
                        event.userId().isBlank()
                            ? DispatchFeedback.blankUser(event)
                            : DispatchFeedback.oddTime(event)));
    long twins = handled(run, twin);
    expect(twins == 2, USUAL, () -> DispatchFeedback.twins(twins));
  }

  private static long handled(StudentRun run, UserEvent event) {
    return run.calls().stream().filter(call -> EventIdentity.isAbout(call, event)).count();
  }

  /** Puts an unknown type before, between and after the others of each partition. */
  private List<UserEvent> eventsWithUnknownType() {
    List<UserEvent> events = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      for (String user : users) {
        String type = UNKNOWN_TYPES.get(events.size() % UNKNOWN_TYPES.size());
        events.add(stage.events().event(user, type));
      }
      events.addAll(stage.events().events(users, 12));
      for (String user : users) {
        events.add(stage.events().event(user, UserEvent.PURCHASE));
      }
    }
    return events;
  }

  private List<PublishedEvent> publish(List<UserEvent> events) {
    List<PublishedEvent> published = topic.publish(events);
    ledger.add(published);
    return published;
  }

  private boolean isComplete(StudentRun run) {
    return missing(run).isEmpty();
  }

  /**
   * A pause is no reason to end or to start again. It is equally long on every machine: code that
   * counts empty polls depends on a wall clock.
   */
  private void goOnAfterAPause(StudentRun run) {
    boolean unused =
        stage.awaitInSilence(
            "run() to return by itself", Patience.SILENCE, () -> run.consuming().ended(), run);
    List<PublishedEvent> after = publish(stage.events().events(users, users.size()));
    boolean all =
        publishForOnePoll(run, stage.events().events(users, burst(run)))
            && awaitAll("the events after the pause", run);
    List<PublishedEvent> missing = missing(run);
    expect(
        all,
        () ->
            missing.containsAll(after)
                ? ConsumerFeedback.stoppedAfterAPause(missing, run.lines())
                : ConsumerFeedback.missing(missing, ledger.published().size()));
  }

  /**
   * Holds the first event in the handler meanwhile, so that the next poll brings many.
   *
   * @return whether the first one came
   */
  private boolean publishForOnePoll(StudentRun run, List<UserEvent> events) {
    UserEvent first = events.get(0);
    Hold plug = run.gate().holdNext(call -> EventIdentity.isAbout(call, first));
    ledger.add(topic.publishTo(CROWDED, List.of(first)));
    boolean held =
        stage.awaitHandling(
            "the first of many events",
            () -> missing(run).size(),
            () -> plug.taken().isPresent(),
            run);
    if (!held) {
      return false;
    }
    ledger.add(topic.publishTo(CROWDED, events.subList(1, events.size())));
    plug.letGo(Answer.PROCEED);
    return true;
  }

  private boolean awaitAll(String what, StudentRun run) {
    return stage.awaitHandling(
        what, () -> ledger.missing(run.calls()).size(), () -> isComplete(run), run);
  }

  private List<PublishedEvent> missing(StudentRun run) {
    return ledger.missing(run.calls());
  }

  /** Goes by the fastest half of the calls: a machine that is busy makes some of them slow. */
  private static int burst(StudentRun run) {
    long[] asked = run.calls().stream().mapToLong(HandlerCall::askedNanos).sorted().toArray();
    int half = asked.length / 2;
    long fastest =
        IntStream.range(half, asked.length)
            .mapToLong(last -> asked[last] - asked[last - half])
            .min()
            .orElse(0);
    return fastest / Math.max(1, half) < SLOW.toNanos() ? BURST : SLOW_BURST;
  }

  /** Distinguishes a consumer that never calls the handler from one that began at the end. */
  private void explainMissing(StudentRun run, List<PublishedEvent> early) {
    if (!run.calls().isEmpty()) {
      expectWhatWasPublished(run);
      List<PublishedEvent> missing = missing(run);
      expect(missing.isEmpty(), () -> ConsumerFeedback.missing(missing, early.size()));
    }
    List<UserEvent> again =
        users.stream().map(user -> stage.events().event(user, UserEvent.LOGIN)).toList();
    publish(again);
    boolean late =
        stage.await(
            "an event that came later",
            stage.patience().brief(),
            () -> !run.calls().isEmpty(),
            run);
    if (ledger.sources(run.calls()).stream().anyMatch(early::contains)) {
      // It did begin at the first event, and was only late.
      boolean all = awaitAll("all events to be handled", run);
      expect(all, () -> ConsumerFeedback.missing(missing(run), early.size()));
      return;
    }
    expect(!late, () -> ConsumerFeedback.startsAtTheEnd(early, run.groupId(), run.lines()));
    expect(false, () -> ConsumerFeedback.neverCalled(run.consumerTrace()));
  }

  private void expectWhatWasPublished(StudentRun run) {
    for (Sighting sighting : ledger.sightings(run.calls())) {
      PublishedEvent source = sighting.source();
      UserEvent event = sighting.call().event();
      if (source == null || event == null) {
        expect(false, () -> ConsumerFeedback.neverPublished(sighting.call()));
        return;
      }
      List<String> differences = LabJson.differences(source.event(), event);
      expect(differences.isEmpty(), () -> ConsumerFeedback.changed(source, differences));
      String method = METHODS.getOrDefault(source.event().eventType(), "onOther");
      expect(
          sighting.call().method().equals(method),
          () -> ConsumerFeedback.wrongMethod(source, sighting.call(), method));
    }
  }
}
