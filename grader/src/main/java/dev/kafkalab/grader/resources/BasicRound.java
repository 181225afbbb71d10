package dev.kafkalab.grader.resources;

import dev.kafkalab.grader.evidence.EventGenerator;
import dev.kafkalab.grader.evidence.GraderClients;
import dev.kafkalab.grader.evidence.LabTopic;
import java.time.Duration;

/**
 * The lab's basic round, made by the grader's own clients: a topic, some events, and a group that
 * reads and commits them.
 */
final class BasicRound {

  private final GraderClients clients;
  private final String topicName;

  BasicRound(GraderClients clients, String runName) {
    this.clients = clients;
    this.topicName = "kafka-lab-basic-round-" + runName;
  }

  /** Returns the round's topic, which exists once it was measured. */
  String topicName() {
    return topicName;
  }

  /**
   * Returns how long it takes on this machine and this broker, which then has its offsets topic.
   */
  Duration measure() {
    long start = System.nanoTime();
    LabTopic topic = new LabTopic(clients, topicName);
    topic.create();
    EventGenerator events = new EventGenerator(start);
    topic.publish(events.events(events.users(3), 10));
    clients.readAsGroup(topic.name(), topic.name() + "-group", 10);
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
