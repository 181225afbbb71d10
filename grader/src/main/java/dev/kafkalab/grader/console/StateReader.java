package dev.kafkalab.grader.console;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Asks Kafka for its state; several pages that ask at once share one answer. */
final class StateReader {

  /** A page shows no more than this, and a cluster may have thousands. */
  private static final int MOST_TOPICS = 200;

  private static final int MOST_GROUPS = 100;
  private static final long NANOS_TO_KEEP = TimeUnit.MILLISECONDS.toNanos(300);

  private final Admin admin;
  private final String address;
  private final @Nullable String version;
  private @Nullable State last;
  private long readAt;

  /**
   * Makes one.
   *
   * @param version Kafka's version, if it is known
   */
  StateReader(Admin admin, String address, @Nullable String version) {
    this.admin = admin;
    this.address = address;
    this.version = version;
  }

  /** Returns the state, which is at most 0.3 s old. */
  synchronized State read() {
    State kept = last;
    if (kept == null || System.nanoTime() - readAt > NANOS_TO_KEEP) {
      kept = readNow();
      last = kept;
      readAt = System.nanoTime();
    }
    return kept;
  }

  /** Returns the state as it is now; nobody else waits for this answer. */
  State readNow() {
    TopicReader topicReader = new TopicReader(admin);
    GroupReader groupReader = new GroupReader(admin);
    // All are asked before one is waited for.
    KafkaFuture<Collection<Node>> brokers = admin.describeCluster().nodes();
    KafkaFuture<Set<String>> allTopics = topicReader.askNames();
    KafkaFuture<Collection<GroupListing>> allGroups = groupReader.askAll();
    List<String> topicNames = TopicReader.sorted(Reply.of(allTopics));
    List<String> groupNames = GroupReader.names(Reply.of(allGroups));
    List<TopicDescription> topics =
        topicReader.describe(topicNames.stream().limit(MOST_TOPICS).toList());
    Map<TopicPartition, Span> extent =
        new Extent(admin)
            .of(topics.stream().flatMap(topic -> TopicReader.led(topic).stream()).toList());
    return new State(
        address,
        version,
        Reply.of(brokers).size(),
        topics.stream().map(topic -> TopicReader.shown(topic, extent)).toList(),
        Math.max(0, topicNames.size() - MOST_TOPICS),
        groupReader.describe(groupNames.stream().limit(MOST_GROUPS).toList()).stream()
            .map(group -> GroupReader.shown(group, extent))
            .toList(),
        Math.max(0, groupNames.size() - MOST_GROUPS));
  }
}
