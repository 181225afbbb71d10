package dev.kafkalab.lab;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.TopicSetup;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topic through Kafka's admin client. */
final class KafkaTopicSetup implements TopicSetup {

  private final LabSettings settings;

  KafkaTopicSetup(LabSettings settings) {
    this.settings = settings;
  }

  @Override
  public void createTopic() {
    NewTopic topic = new NewTopic(settings.topic(), PARTITIONS, REPLICATION_FACTOR);
    try (Admin admin = Admin.create(ClientProperties.of(settings, Map.of()))) {
      // createTopics() only sends the request. Without get() a refusal would go unnoticed.
      admin.createTopics(List.of(topic)).all().get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      // Checking first and then creating would leave a gap in which another process creates it.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new KafkaException(
            "The topic " + settings.topic() + " was not created", e.getCause());
      }
    }
  }
}
