package dev.kafkalab.lab;

import dev.kafkalab.api.LabSettings;
import dev.kafkalab.api.TopicSetup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.TopicExistsException;

/** Says which broker has each partition. */
final class KafkaTopicSetup implements TopicSetup {
  private final LabSettings settings;

  KafkaTopicSetup(LabSettings settings) {
    this.settings = settings;
  }

  @Override
  public void createTopic() {
    try (Admin admin = Admin.create(ClientProperties.of(settings, Map.of()))) {
      List<Node> nodes = List.copyOf(admin.describeCluster().nodes().get());
      Map<Integer, List<Integer>> replicas = new HashMap<>();
      for (int p = 0; p < PARTITIONS; p++) {
        replicas.put(p, List.of(nodes.get(p % nodes.size()).id()));
      }
      KafkaFuture<Void> done =
          admin.createTopics(List.of(new NewTopic(settings.topic(), replicas))).all();
      done.toCompletionStage()
          .toCompletableFuture()
          .handle(
              (ok, failure) -> {
                if (failure == null
                    || failure instanceof TopicExistsException
                    || failure.getCause() instanceof TopicExistsException) {
                  return null;
                }
                throw new IllegalStateException(failure);
              })
          .get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
