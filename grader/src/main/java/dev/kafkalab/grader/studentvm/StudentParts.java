package dev.kafkalab.grader.studentvm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import java.time.Duration;
import java.util.List;
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

  /**
   * Calls the student's code in this JVM with these settings; each call may take as long as the
   * deadline.
   */
  public StudentParts(StudentJvm jvm, LabSettings settings, Duration deadline) {
    this.jvm = jvm;
    this.settings = settings;
    this.deadline = deadline;
  }

  /** Makes the topic setup and has it create the topic. */
  public void createTopic() {
    open("topic");
    jvm.call("createTopic()", request("createTopic", "topic")).await(deadline);
  }

  /** Makes the producer. */
  public void openProducer() {
    open("producer");
  }

  /** Sends events one after the other; returns what each {@code send} returned. */
  public List<Boolean> send(List<UserEvent> events) {
    return startSending(events).awaitAnswers(deadline);
  }

  /** Starts to send events one after the other; returns at once. */
  public PendingCall startSending(List<UserEvent> events) {
    return jvm.call("send()", withEvents(request("send", "producer"), events));
  }

  /** Starts to close the producer; returns at once. */
  public PendingCall startClosingProducer() {
    return jvm.call("close()", request("close", "producer"));
  }

  /** Closes the producer. */
  public void closeProducer() {
    startClosingProducer().await(deadline);
  }

  /** Makes the consumer and starts its {@code run()}; returns at once. */
  public PendingCall startConsumer() {
    openConsumer();
    return runConsumer();
  }

  /** Makes the consumer. */
  public void openConsumer() {
    open("consumer");
  }

  /** Starts {@code run()} of the consumer; returns at once. */
  public PendingCall runConsumer() {
    return jvm.call("run()", request("run", "consumer"));
  }

  /** Asks the consumer to stop. */
  public void stopConsumer() {
    jvm.call("stop()", request("stop", "consumer")).await(deadline);
  }

  /** Returns what the consumer has counted. */
  public Counts metrics() {
    return Counts.of(jvm.await(jvm.call("metrics()", request("metrics", "consumer")), deadline));
  }

  /** Makes an account of what users do. */
  public void openActivity() {
    open("activity");
  }

  /** Gives events to the account; returns what it says then. */
  public Account account(List<UserEvent> events) {
    PendingCall call = jvm.call("UserActivity", withEvents(request("account", "activity"), events));
    return Account.of(jvm.await(call, deadline));
  }

  /** Returns the calls of the handler by the consumer of these parts, oldest first. */
  public List<HandlerCall> handlerCalls() {
    return jvm.gate().calls().stream().filter(call -> call.part().startsWith(prefix)).toList();
  }

  private static ObjectNode withEvents(ObjectNode request, List<UserEvent> events) {
    ArrayNode list = request.putArray("events");
    events.forEach(event -> list.add(EventWire.write(event)));
    return request;
  }

  private void open(String type) {
    ObjectNode request = request("open", type).put("type", type);
    ObjectNode described = request.putObject("settings");
    described.put("topic", settings.topic());
    described.put("deadLetterTopic", settings.deadLetterTopic());
    described.put("groupId", settings.groupId());
    described.set("clientProperties", Messages.tree(settings.clientProperties()));
    if (settings.configFile() != null) {
      described.put("configFile", settings.configFile().toString());
    }
    jvm.call("new KafkaLabFactory()." + factoryMethod(type), request).await(deadline);
  }

  private static String factoryMethod(String type) {
    return switch (type) {
      case "topic" -> "topicSetup(…)";
      case "activity" -> "userActivity()";
      default -> type + "(…)";
    };
  }

  private ObjectNode request(String kind, String part) {
    return Messages.message(kind).put("part", prefix + part);
  }
}
