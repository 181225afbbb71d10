package dev.kafkalab.grader.criteria.stage;

import dev.kafkalab.api.TopicSetup;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.criteria.trace.Chronicle;
import dev.kafkalab.grader.criteria.trace.CommitAudit;
import dev.kafkalab.grader.criteria.trace.CommitHistory;
import dev.kafkalab.grader.criteria.trace.Life;
import dev.kafkalab.grader.evidence.EventIdentity;
import dev.kafkalab.grader.evidence.EventLedger;
import dev.kafkalab.grader.evidence.LabTopic;
import dev.kafkalab.grader.evidence.PublishedEvent;
import dev.kafkalab.grader.evidence.Sighting;
import dev.kafkalab.grader.feedback.Exhibit.Story;
import dev.kafkalab.grader.feedback.Feedback;
import dev.kafkalab.grader.rubric.CriterionEnded;
import dev.kafkalab.grader.rubric.CriterionId;
import dev.kafkalab.grader.studentvm.Gate.Answer;
import dev.kafkalab.grader.studentvm.HandlerCall;
import dev.kafkalab.grader.studentvm.Hold;
import dev.kafkalab.grader.studentvm.StudentFailure;
import dev.kafkalab.grader.tap.note.CommitNote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A stage with a topic and a student's consumer that is known to read it. */
public final class ConsumerStage {

  private static final List<String> TYPES =
      List.of(UserEvent.LOGIN, UserEvent.PURCHASE, UserEvent.LOGOUT);

  private final Stage stage;
  private final LabTopic topic;
  private final List<String> users;

  /** The signs, too, that came before the consumer had found its position. */
  private final EventLedger everything = new EventLedger();

  /** All that was published so far and must be handled. */
  private final EventLedger ledger = everything.part();

  private ConsumerStage(Stage stage) {
    this.stage = stage;
    this.topic = stage.newTopic();
    this.users = stage.events().users(8);
  }

  /** Sets the topic; what happens to its events is told however the criterion ends. */
  public static ConsumerStage on(Stage stage) {
    ConsumerStage consumer = new ConsumerStage(stage);
    stage.tell(consumer::stories);
    return consumer;
  }

  public LabTopic topic() {
    return topic;
  }

  public EventLedger ledger() {
    return ledger;
  }

  public List<UserEvent> newEvents(int count) {
    return stage.events().events(users, count);
  }

  /** Publishes events to their users' partitions. */
  public List<PublishedEvent> publish(int count) {
    return enter(topic.publish(newEvents(count)));
  }

  /** Publishes events to one partition. */
  public List<PublishedEvent> publishTo(int partition, int count) {
    return publishTo(partition, newEvents(count));
  }

  /** Publishes these events to one partition. */
  public List<PublishedEvent> publishTo(int partition, List<UserEvent> events) {
    return enter(topic.publishTo(partition, events));
  }

  /** Notes events that were published: each must be handled. */
  private List<PublishedEvent> enter(List<PublishedEvent> events) {
    ledger.add(events);
    return events;
  }

  /** Returns what happened to the events of each partition, to compare it with another solution. */
  public List<Story> stories() {
    List<StudentRun> runs =
        stage.runsOn(topic).stream().filter(run -> !run.calls().isEmpty()).toList();
    List<Life> lives =
        IntStream.range(0, runs.size())
            .mapToObj(i -> runs.get(i).life(runs.size() == 1 ? "" : "run " + (i + 1)))
            .toList();
    Chronicle chronicle = Chronicle.ofRuns(ledger, lives.toArray(Life[]::new));
    return topic.partitions().stream()
        .map(partition -> new Story(partition.partition(), chronicle.of(partition)))
        .toList();
  }

  /** Returns all events that a run was given, also signs that nobody waited for. */
  public List<PublishedEvent> givenTo(StudentRun run) {
    return everything.sources(run.calls());
  }

  /**
   * Returns the first call of the handler with an event that was never published.
   *
   * @param allowed whether a call is of no importance
   */
  public Optional<HandlerCall> firstInvented(StudentRun run, Predicate<HandlerCall> allowed) {
    return everything.sightings(run.calls()).stream()
        .filter(sighting -> sighting.source() == null)
        .map(Sighting::call)
        .filter(allowed.negate())
        .findFirst();
  }

  /**
   * Starts a consumer and waits until it has handled an event of each partition: from here on it
   * has found its position everywhere, whatever it was told about new groups.
   */
  public StudentRun startReading() {
    return startReading(stage.newRun(topic));
  }

  /** Does the same in an existing run. */
  public StudentRun startReading(StudentRun run) {
    run.startConsumer();
    awaitFirstSigns(List.of(run));
    return run;
  }

  /** Publishes to each partition until these runs together have handled an event of each. */
  public void awaitFirstSigns(List<StudentRun> runs) {
    EventLedger signs = everything.part();
    Progress progress = new Progress(stage.patience().call(), () -> read(runs, signs).size());
    StudentRun[] needed = runs.toArray(StudentRun[]::new);
    while (!progress.hasStopped()) {
      publishSigns(signs, unread(runs, signs));
      Duration next = stage.patience().brief();
      if (stage.await(
          "an event of each partition", next, () -> unread(runs, signs).isEmpty(), needed)) {
        ledger.add(read(runs, signs));
        return;
      }
    }
    throw CriterionEnded.blocked(
        CriterionId.CONSUMER_DISPATCHES, ConsumerFeedback.neverCalled(runs.get(0).consumerTrace()));
  }

  /**
   * An event that came before the consumer had a position may be skipped: then the next one will
   * do, and the skipped one is not required.
   */
  private void publishSigns(EventLedger signs, List<Integer> partitions) {
    for (int partition : partitions) {
      UserEvent event = stage.events().event(users.get(0), TYPES.get(partition));
      signs.add(topic.publishTo(partition, List.of(event)));
    }
  }

  /** Returns the partitions of which no sign was handled yet. */
  private static List<Integer> unread(List<StudentRun> runs, EventLedger signs) {
    List<Integer> read =
        read(runs, signs).stream().map(event -> event.partition().partition()).toList();
    return IntStream.range(0, TopicSetup.PARTITIONS)
        .boxed()
        .filter(partition -> !read.contains(partition))
        .toList();
  }

  private static List<PublishedEvent> read(List<StudentRun> runs, EventLedger signs) {
    return signs.sources(callsOf(runs));
  }

  public static List<HandlerCall> callsOf(List<StudentRun> runs) {
    return runs.stream().flatMap(run -> run.calls().stream()).toList();
  }

  /** Returns the calls that have returned: only those events are processed. */
  public static List<HandlerCall> answeredCallsOf(List<StudentRun> runs) {
    return callsOf(runs).stream().filter(HandlerCall::answered).toList();
  }

  /** Waits until the handler has received all of these events. */
  public boolean awaitHandled(String what, List<PublishedEvent> events, StudentRun... runs) {
    return awaitHandled(what, events, () -> false, runs);
  }

  /**
   * Does the same, and ends as soon as that cannot come.
   *
   * @param hopeless whether it cannot
   */
  public boolean awaitHandled(
      String what, List<PublishedEvent> events, BooleanSupplier hopeless, StudentRun... runs) {
    EventLedger asked = ledger.part(events);
    List<StudentRun> all = List.of(runs);
    boolean unused =
        awaitHandling(what, all, () -> isHandled(asked, all) || hopeless.getAsBoolean());
    return isHandled(asked, all);
  }

  private static boolean isHandled(EventLedger asked, List<StudentRun> runs) {
    return asked.missing(callsOf(runs)).isEmpty();
  }

  /**
   * Waits as long as these runs go on handling what was published, by the lab's half a second for
   * each event.
   *
   * @param runs those of the past as well, whose events need not be handled again
   * @param needed those that must not fail meanwhile
   * @return whether the condition holds
   */
  public boolean awaitHandling(
      String what, List<StudentRun> runs, BooleanSupplier condition, StudentRun... needed) {
    return stage.awaitHandling(what, () -> due(runs), condition, needed);
  }

  private boolean awaitHandling(String what, List<StudentRun> runs, BooleanSupplier condition) {
    return awaitHandling(what, runs, condition, runs.toArray(StudentRun[]::new));
  }

  /**
   * Waits until a stopped {@code run()} has returned: it may go on with the events that it has.
   *
   * @throws dev.kafkalab.grader.studentvm.StudentFailure where it throws or does not return
   */
  public void awaitReturn(StudentRun run) {
    while (true) {
      int due = due(List.of(run));
      try {
        run.consuming().await(stage.patience().call());
        return;
      } catch (StudentFailure.DidNotReturn e) {
        if (due(List.of(run)) >= due) {
          throw e;
        }
      }
    }
  }

  private int due(List<StudentRun> runs) {
    return everything.missing(callsOf(runs)).size();
  }

  /**
   * Publishes a backlog while the consumer is held in the handler, so that the rest comes in large
   * batches, and waits until it is in the middle of one.
   *
   * @param middle which event of the backlog to hold, counted from 0
   */
  public HeldBacklog holdInBacklog(StudentRun run, int partition, int count, int middle) {
    return holdInBacklog(run, partition, count, middle, 0);
  }

  /**
   * Does the same, and publishes to the other partitions too: one poll brings events of all.
   *
   * @param besides how many to publish to each of the others
   */
  public HeldBacklog holdInBacklog(
      StudentRun run, int partition, int count, int middle, int besides) {
    List<UserEvent> events = newEvents(count);
    Hold hold = run.gate().holdNext(call -> EventIdentity.isAbout(call, events.get(middle)));
    List<List<UserEvent>> all = new ArrayList<>();
    for (int each = 0; each < TopicSetup.PARTITIONS; each++) {
      all.add(each == partition ? events : newEvents(besides));
    }
    List<PublishedEvent> backlog = publishForOnePoll(run, partition, all);
    awaitHeld("the event in the middle", hold, run);
    return new HeldBacklog(backlog, backlog.get(middle), hold);
  }

  /**
   * Publishes while the consumer is held in the handler, so that one poll brings events of all
   * partitions. A request that waits at the broker meanwhile is answered by the first event alone.
   *
   * @param partition the one whose first event is held
   * @param events of each partition
   * @return those of that partition
   */
  public List<PublishedEvent> publishForOnePoll(
      StudentRun run, int partition, List<List<UserEvent>> events) {
    List<UserEvent> own = events.get(partition);
    Hold plug = run.gate().holdNext(call -> EventIdentity.isAbout(call, own.get(0)));
    List<PublishedEvent> published = new ArrayList<>(publishTo(partition, own.subList(0, 1)));
    awaitHeld("the first event of the backlog", plug, run);
    for (int other = 0; other < TopicSetup.PARTITIONS; other++) {
      List<UserEvent> others = events.get(other);
      if (other != partition && !others.isEmpty()) {
        publishTo(other, others.subList(0, 1));
        publishTo(other, others.subList(1, others.size()));
      }
    }
    published.addAll(publishTo(partition, own.subList(1, own.size())));
    plug.letGo(Answer.PROCEED);
    return published;
  }

  private void awaitHeld(String what, Hold hold, StudentRun run) {
    boolean held =
        awaitHandling(
            "the handler to be given " + what, List.of(run), () -> hold.taken().isPresent());
    if (!held) {
      throw CriterionEnded.blocked(CriterionId.CONSUMER_DISPATCHES, stoppedHandling(run));
    }
  }

  /** Returns the first commit of a run that covers an event which was not handled by then. */
  public Optional<CommitAudit.TooEarly> firstTooEarly(StudentRun run) {
    return audit(run).firstTooEarly(run.tap().notes(CommitNote.class));
  }

  /** Judges commits by what these runs have handled. */
  public CommitAudit audit(StudentRun... runs) {
    return new CommitAudit(ledger, everything, callsOf(List.of(runs)));
  }

  /**
   * Blocks a criterion where a run committed past what was handled: what that causes is lost by
   * necessity, and the one fault has its own criterion.
   */
  public void requireNothingTooEarly(StudentRun run) {
    firstTooEarly(run)
        .ifPresent(
            commit -> {
              throw CriterionEnded.blocked(
                  CriterionId.CONSUMER_MANUAL_COMMIT, tooEarly(run, commit));
            });
  }

  /** Says what is wrong with a commit that covers what was not handled. */
  public Feedback tooEarly(StudentRun run, CommitAudit.TooEarly commit) {
    CommitHistory history = run.commitHistory();
    return audit(run).constantExcess(history.commits()).stream()
        .map(excess -> CommitFeedback.tooHigh(commit, excess, history))
        .findFirst()
        .orElseGet(() -> CommitFeedback.tooEarly(commit, history))
        .with(Chronicle.ofRuns(ledger, run.life("")).committedTooEarly(commit));
  }

  /** Returns what is wrong with a commit of a run that took back an earlier one, if one did. */
  public Optional<Feedback> backward(StudentRun run) {
    CommitHistory history = run.commitHistory();
    return CommitAudit.firstBackward(history.commits())
        .map(
            commit ->
                CommitFeedback.backward(commit, history)
                    .with(Chronicle.ofRuns(ledger, run.life("")).committedBackward(commit)));
  }

  /** Says that a run handles no more. */
  public Feedback stoppedHandling(StudentRun run) {
    return ConsumerFeedback.stoppedHandling(
        run.lines(), ledger.published().size(), run.calls().size());
  }
}
