package dev.kafkalab.grader.evidence;

import dev.kafkalab.api.TopicSetup;
import dev.kafkalab.api.UserEvent;
import dev.kafkalab.grader.offsets.Offsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** One criterion's own topic: the grader creates it, publishes to it and reads what is in it. */
public final class LabTopic {

  private static final Duration READY = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(10);

  /** A record and where it is to go: null where its key decides. */
  private record Addressed(@Nullable Integer partition, Draft draft) {}

  private final GraderClients clients;
  private final String name;

  /** Stands for the topic of this name, whether or not it exists. */
  public LabTopic(GraderClients clients, String name) {
    this.clients = clients;
    this.name = name;
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  /** Creates it as the lab wants it; on return each partition takes records. */
  public void create() {
    NewTopic topic = new NewTopic(name, TopicSetup.PARTITIONS, TopicSetup.REPLICATION_FACTOR);
    BrokerAnswer.of(clients.admin().createTopics(List.of(topic)).all());
    awaitReady();
  }

  /** Creates it with another number of partitions than the lab wants, and with these settings. */
  public void createWith(int partitions, Map<String, String> settings) {
    NewTopic topic =
        new NewTopic(name, partitions, TopicSetup.REPLICATION_FACTOR).configs(settings);
    BrokerAnswer.of(clients.admin().createTopics(List.of(topic)).all());
  }

  /**
   * Waits until each partition takes records.
   *
   * <p>The broker shows a topic, and even its leaders, before the leaders are at work: a record
   * that comes in between can stay unanswered until the request times out. An answer about a
   * partition's end comes from a leader that is.
   */
  public void awaitReady() {
    Awaitility.await("leaders of " + name)
        .atMost(READY)
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .pollInSameThread()
        .until(() -> describe().filter(LabTopic::hasLeaders).isPresent());
    Offsets unused = endOffsets();
  }

  private static boolean hasLeaders(TopicDescription topic) {
    return topic.partitions().stream().allMatch(partition -> partition.leader() != null);
  }

  /** Returns its settings by their names. */
  public Map<String, String> settings() {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
    Map<String, String> settings = new TreeMap<>();
    BrokerAnswer.of(clients.admin().describeConfigs(List.of(resource)).all()).values().stream()
        .flatMap(config -> config.entries().stream())
        .forEach(entry -> settings.put(entry.name(), String.valueOf(entry.value())));
    return settings;
  }

  /** Returns what the broker says of it; empty where it does not exist. */
  public Optional<TopicDescription> describe() {
    try {
      return Optional.ofNullable(
          BrokerAnswer.of(clients.admin().describeTopics(List.of(name)).allTopicNames()).get(name));
    } catch (UnknownTopicOrPartitionException e) {
      return Optional.empty();
    }
  }

  /** Publishes events with their users as keys; on return the broker has them all. */
  public List<PublishedEvent> publish(List<UserEvent> events) {
    return publish(events, null);
  }

  /** Publishes events to one partition; on return the broker has them all. */
  public List<PublishedEvent> publishTo(int partition, List<UserEvent> events) {
    return publish(events, partition);
  }

  private List<PublishedEvent> publish(List<UserEvent> events, @Nullable Integer partition) {
    List<Draft> drafts = events.stream().map(Draft::of).toList();
    List<RecordMetadata> places = send(addressed(partition, drafts));
    List<PublishedEvent> published = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      RecordMetadata where = places.get(i);
      published.add(
          new PublishedEvent(events.get(i), partition(where.partition()), where.offset()));
    }
    return published;
  }

  /**
   * Publishes any records to a partition, as one batch: who reads it has all of them at once.
   * Returns their offsets.
   */
  public List<Long> publishDrafts(int partition, List<Draft> drafts) {
    return offsets(addressed(partition, drafts));
  }

  /**
   * Publishes any records to several partitions, in one request: a fetch that waits for one of them
   * is answered with all.
   *
   * @param drafts the records of each partition, by its number
   * @return their offsets, partition by partition
   */
  public List<List<Long>> publishDrafts(List<List<Draft>> drafts) {
    List<Addressed> all = new ArrayList<>();
    for (int partition = 0; partition < drafts.size(); partition++) {
      all.addAll(addressed(partition, drafts.get(partition)));
    }
    Iterator<Long> offsets = offsets(all).iterator();
    return drafts.stream()
        .map(records -> records.stream().map(record -> offsets.next()).toList())
        .toList();
  }

  private List<Long> offsets(List<Addressed> records) {
    return send(records).stream().map(RecordMetadata::offset).toList();
  }

  /** Publishes a record and leaves the partition to its key; returns which it is. */
  public int publishByKey(Draft draft) {
    return send(addressed(null, List.of(draft))).get(0).partition();
  }

  /** Publishes any bytes to a partition, or none; returns the record's offset. */
  public long publishBytes(int partition, String key, byte @Nullable [] value) {
    return publishDrafts(partition, List.of(Draft.keyed(key, value))).get(0);
  }

  /**
   * Sends records and returns where they are. All that go to one partition are one batch, which the
   * broker takes and gives out as a whole: nobody else's flush comes in between.
   */
  private List<RecordMetadata> send(List<Addressed> records) {
    Producer<byte[], byte[]> producer = clients.producer();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    synchronized (producer) {
      for (Addressed record : records) {
        Draft draft = record.draft();
        sent.add(
            producer.send(
                new ProducerRecord<>(name, record.partition(), draft.key(), draft.value())));
      }
      producer.flush();
    }
    return sent.stream().map(BrokerAnswer::of).toList();
  }

  private static List<Addressed> addressed(@Nullable Integer partition, List<Draft> drafts) {
    return drafts.stream().map(draft -> new Addressed(partition, draft)).toList();
  }

  /** Returns how many records each partition has been given so far. */
  public Offsets endOffsets() {
    Map<TopicPartition, OffsetSpec> asked =
        partitions().stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
    return new Offsets(
        BrokerAnswer.of(clients.admin().listOffsets(asked).all()).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset())));
  }

  /** Returns how many records it has been given so far, with the marks of transactions. */
  public long size() {
    return endOffsets().sum();
  }

  /**
   * Returns whether so many records can be read. An end offset alone does not say so: the marks
   * that end transactions have offsets too.
   */
  public boolean holds(int records) {
    return size() >= records && readAll().size() >= records;
  }

  /** Reads all that is in it now, each partition in its order. */
  public List<ConsumerRecord<byte[], byte[]>> readAll() {
    return new TopicReader(clients).readAll(partitions());
  }

  /** Returns its partitions as the lab wants them. */
  public Collection<TopicPartition> partitions() {
    return IntStream.range(0, TopicSetup.PARTITIONS).mapToObj(this::partition).toList();
  }

  /** Returns the partition of this number. */
  public TopicPartition partition(int number) {
    return new TopicPartition(name, number);
  }
}
