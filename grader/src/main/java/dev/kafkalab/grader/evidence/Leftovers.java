package dev.kafkalab.grader.evidence;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.awaitility.Awaitility;

/** Topics and groups that a grading leaves at a broker that is used again. */
public final class Leftovers {

  private static final Duration GONE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(10);

  private final GraderClients clients;
  private final Predicate<String> isLeftover;

  private Leftovers(GraderClients clients, Predicate<String> isLeftover) {
    this.clients = clients;
    this.isLeftover = isLeftover;
  }

  /** Takes everything but Kafka's own topics: for a broker that nobody else uses. */
  public static Leftovers all(GraderClients clients) {
    return new Leftovers(clients, name -> true);
  }

  /** Takes what is named for one grading: for a broker that others use, too. */
  public static Leftovers of(GraderClients clients, String runName) {
    return new Leftovers(clients, name -> name.contains(runName));
  }

  /**
   * Removes them, members of the groups included; on return the broker no longer names them.
   *
   * @throws KafkaException where the broker does not do it
   */
  public void remove() {
    groups().forEach(this::removeGroup);
    Set<String> topics = topics();
    if (topics.isEmpty()) {
      return;
    }
    try {
      BrokerAnswer.of(clients.admin().deleteTopics(topics).all());
    } catch (UnknownTopicOrPartitionException e) {
      // Whoever removed it too has done what was wanted; the next look says whether all are gone.
    }
    Awaitility.await("topics to be gone")
        .atMost(GONE)
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .pollInSameThread()
        .until(() -> topics().isEmpty());
  }

  private Set<String> topics() {
    return BrokerAnswer.of(clients.admin().listTopics().names()).stream()
        .filter(isLeftover)
        .collect(Collectors.toSet());
  }

  private Collection<String> groups() {
    return BrokerAnswer.of(clients.admin().listGroups(ListGroupsOptions.forConsumerGroups()).all())
        .stream()
        .map(GroupListing::groupId)
        .filter(isLeftover)
        .toList();
  }

  private void removeGroup(String id) {
    new LabGroup(clients, id).evictMembers();
    try {
      BrokerAnswer.of(clients.admin().deleteConsumerGroups(List.of(id)).all());
    } catch (GroupIdNotFoundException e) {
      // A group of the newer protocol goes with its last member.
    }
  }
}
