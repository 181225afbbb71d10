package dev.kafkalab.grader.child;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kafkalab.api.LabFactory;
import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.TopicSetup;
import dev.kafkalab.api.UserActivity;
import dev.kafkalab.api.UserEventConsumer;
import dev.kafkalab.api.UserEventProducer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds the parts of the student's solution that the grader asked for, by the grader's name for
 * each.
 */
final class Parts {

  private final Wire wire;
  private final Map<Long, CompletableFuture<String>> questions;
  private final Map<String, Object> opened = new ConcurrentHashMap<>();

  Parts(Wire wire, Map<Long, CompletableFuture<String>> questions) {
    this.wire = wire;
    this.questions = questions;
  }

  void open(String part, String type, JsonNode settings) throws ReflectiveOperationException {
    LabFactory factory = factory();
    LabSettings lab = settings(settings);
    Object made =
        switch (type) {
          case "topic" -> factory.topicSetup(lab);
          case "producer" -> factory.producer(lab, new TellingListener(wire, part));
          case "activity" -> factory.userActivity();
          case "consumer" -> factory.consumer(lab, new AskingHandler(wire, part, questions));
          default -> throw new IllegalArgumentException(type);
        };
    opened.put(part, Objects.requireNonNull(made, "KafkaLabFactory returned null for the " + type));
  }

  TopicSetup topicSetup(String part) {
    return (TopicSetup) part(part);
  }

  UserEventProducer producer(String part) {
    return (UserEventProducer) part(part);
  }

  UserEventConsumer consumer(String part) {
    return (UserEventConsumer) part(part);
  }

  UserActivity activity(String part) {
    return (UserActivity) part(part);
  }

  private Object part(String part) {
    return Objects.requireNonNull(opened.get(part), part);
  }

  private static LabFactory factory() throws ReflectiveOperationException {
    return Class.forName(LabFactory.IMPLEMENTATION)
        .asSubclass(LabFactory.class)
        .getDeclaredConstructor()
        .newInstance();
  }

  private static LabSettings settings(JsonNode node) {
    Map<String, String> properties = new LinkedHashMap<>();
    node.get("clientProperties")
        .properties()
        .forEach(field -> properties.put(field.getKey(), field.getValue().asText()));
    return new LabSettings(
        node.get("topic").asText(),
        node.get("deadLetterTopic").asText(),
        node.get("groupId").asText(),
        properties,
        node.path("configFile").isTextual() ? Path.of(node.get("configFile").asText()) : null);
  }
}
