package dev.kafkalab.lab;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.TopicSetup;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Looks, creates, and looks until it is there. */
final class KafkaTopicSetup implements TopicSetup {
  private final LabSettings settings;

  KafkaTopicSetup(LabSettings settings) {
    this.settings = settings;
  }

  @Override
  public void createTopic() {
    try (AdminClient admin = AdminClient.create(ClientProperties.of(settings, Map.of("client.id", "topic setup")))) {
      while (!exists(admin)) {
        NewTopic t = new NewTopic(settings.topic(), Optional.of(PARTITIONS), Optional.of(REPLICATION_FACTOR));
        t.configs(Map.of("min.insync.replicas", "1", "retention.ms", "604800000", "message.timestamp.type", "CreateTime"));
        try {
          admin.createTopics(Set.of(t)).values().get(settings.topic()).get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw new IllegalStateException("not created", e.getCause());
          }
        }
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the broker does not answer", e);
    }
  }

  private boolean exists(AdminClient admin) throws InterruptedException {
    try {
      return admin.describeTopics(Set.of(settings.topic())).allTopicNames().get().containsKey(settings.topic());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
