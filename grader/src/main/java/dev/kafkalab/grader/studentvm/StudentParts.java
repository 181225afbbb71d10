package dev.kafkalab.grader.studentvm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.UserEvent;
import java.time.Duration;
import java.util.ArrayList;
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
    JsonNode accepted = jvm.await(startSending(events), deadline);
    List<Boolean> answers = new ArrayList<>();
    accepted.forEach(answer -> answers.add(answer.asBoolean()));
    return answers;
  }

  /** Starts to send events one after the other; returns at once. */
  public PendingCall startSending(List<UserEvent> events) {
    ObjectNode request = request("send", "producer");
    ArrayNode list = request.putArray("events");
    events.forEach(event -> list.add(EventWire.write(event)));
    return jvm.call("send()", request);
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
    open("consumer");
    return jvm.call("run()", request("run", "consumer"));
  }

  /** Asks the consumer to stop. */
  public void stopConsumer() {
    jvm.call("stop()", request("stop", "consumer")).await(deadline);
  }

  private void open(String type) {
    ObjectNode request = request("open", type).put("type", type);
    request.set("settings", Messages.tree(settings));
    jvm.call("new KafkaLabFactory()." + factoryMethod(type), request).await(deadline);
  }

  private static String factoryMethod(String type) {
    return type.equals("topic") ? "topicSetup(…)" : type + "(…)";
  }

  private ObjectNode request(String kind, String part) {
    return Messages.message(kind).put("part", prefix + part);
  }
}
