package dev.kafkalab.grader.broker;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Kafka's container, which is created and started only while this JVM is not ending. */
final class OwnedKafka extends KafkaContainer {

  private final OwnContainers own;

  OwnedKafka(String image, OwnContainers own) {
    super(DockerImageName.parse(image).asCompatibleSubstituteFor("apache/kafka"));
    this.own = own;
    withLabels(own.label());
    withCreateContainerCmdModifier(command -> own.beginCreating(this));
  }

  @Override
  public void start() {
    try {
      super.start();
    } finally {
      own.stopCreating(this);
    }
  }

  @Override
  protected void containerIsCreated(String containerId) {
    super.containerIsCreated(containerId);
    own.endCreating(this);
  }
}
