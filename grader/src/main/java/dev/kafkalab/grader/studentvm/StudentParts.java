package dev.kafkalab.grader.studentvm;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.wire.CarriedEvent;
import dev.kafkalab.grader.wire.CarriedSettings;
import dev.kafkalab.grader.wire.PartType;
import dev.kafkalab.grader.wire.ToChild.Close;
import dev.kafkalab.grader.wire.ToChild.CreateTopic;
import dev.kafkalab.grader.wire.ToChild.FeedActivity;
import dev.kafkalab.grader.wire.ToChild.Open;
import dev.kafkalab.grader.wire.ToChild.ReadMetrics;
import dev.kafkalab.grader.wire.ToChild.Run;
import dev.kafkalab.grader.wire.ToChild.Send;
import dev.kafkalab.grader.wire.ToChild.Stop;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Makes and calls the parts of the student's solution in one JVM.
 *
 * <p>Every method throws a {@link StudentFailure} where the student's code throws, does not return
 * in time, or ends its JVM.
 */
public final class StudentParts {

  private final StudentJvm jvm;
  private final LabSettings settings;
  private final Duration deadline;

  /** Tells these parts from those of others in the same JVM. */
  private final String prefix = UUID.randomUUID() + "/";

  private final String producer = name(PartType.PRODUCER);

  /**
   * Calls the student's code in this JVM with these settings; each call may take as long as the
   * deadline.
   */
  public StudentParts(StudentJvm jvm, LabSettings settings, Duration deadline) {
    this.jvm = jvm;
    this.settings = settings;
    this.deadline = deadline;
  }

  /** Makes the topic setup. */
  public void openTopicSetup() {
    open(PartType.TOPIC);
  }

  /** Has the topic setup create the topic. */
  public void createTopic() {
    startCreatingTopic().await(deadline);
  }

  /** Has the topic setup start to create the topic; returns at once. */
  public PendingCall startCreatingTopic() {
    return jvm.call("createTopic()", id -> new CreateTopic(id, name(PartType.TOPIC)));
  }

  /** Makes the producer. */
  public void openProducer() {
    open(PartType.PRODUCER);
  }

  /** Sends events one after the other; returns what each {@code send} returned. */
  public List<Boolean> send(List<UserEvent> events) {
    return startSending(events).awaitAnswers(deadline);
  }

  /** Starts to send events one after the other; returns at once. */
  public PendingCall startSending(List<UserEvent> events) {
    List<CarriedEvent> carried = CarriedEvent.of(events);
    return jvm.call("send()", id -> new Send(id, name(PartType.PRODUCER), carried));
  }

  /** Starts to close the producer; returns at once. */
  public PendingCall startClosingProducer() {
    return jvm.call("close()", id -> new Close(id, name(PartType.PRODUCER)));
  }

  /** Closes the producer. */
  public void closeProducer() {
    startClosingProducer().await(deadline);
  }

  /** Makes the consumer. */
  public void openConsumer() {
    open(PartType.CONSUMER);
  }

  /** Starts {@code run()} of the consumer; returns at once. */
  public PendingCall runConsumer() {
    return jvm.call("run()", id -> new Run(id, name(PartType.CONSUMER)));
  }

  /** Asks the consumer to stop. */
  public void stopConsumer() {
    stopConsumer(false);
  }

  /** Asks the consumer to stop as soon as it enters {@code poll()}. */
  public void stopConsumerInPoll() {
    stopConsumer(true);
  }

  private void stopConsumer(boolean inPoll) {
    jvm.call("stop()", id -> new Stop(id, name(PartType.CONSUMER), inPoll)).await(deadline);
  }

  /** Returns what the consumer has counted. */
  public Counts metrics() {
    PendingCall call = jvm.call("metrics()", id -> new ReadMetrics(id, name(PartType.CONSUMER)));
    return Counts.of(jvm.await(call, deadline));
  }

  /** Makes an account of what users do. */
  public void openActivity() {
    open(PartType.ACTIVITY);
  }

  /** Gives events to the account; returns what it says then. */
  public Account account(List<UserEvent> events) {
    List<CarriedEvent> carried = CarriedEvent.of(events);
    PendingCall call =
        jvm.call("UserActivity", id -> new FeedActivity(id, name(PartType.ACTIVITY), carried));
    return Account.of(jvm.await(call, deadline));
  }

  /** Returns the calls of the handler by the consumer of these parts, oldest first. */
  public List<HandlerCall> handlerCalls() {
    return jvm.gate().calls().stream().filter(call -> call.part().startsWith(prefix)).toList();
  }

  private void open(PartType type) {
    CarriedSettings carried = CarriedSettings.of(settings);
    jvm.call(
            "new KafkaLabFactory()." + factoryMethod(type),
            id -> new Open(id, name(type), type, carried))
        .await(deadline);
  }

  private static String factoryMethod(PartType type) {
    return switch (type) {
      case TOPIC -> "topicSetup(…)";
      case PRODUCER -> "producer(…)";
      case CONSUMER -> "consumer(…)";
      case ACTIVITY -> "userActivity()";
    };
  }

  /** Returns whether it was this producer's listener that was called. */
  public boolean isOfProducer(DeliveryReport report) {
    return report.part().equals(producer);
  }

  private String name(PartType type) {
    return prefix + type.name().toLowerCase(Locale.ROOT);
  }
}
