package dev.kafkalab.grader.tap;

import dev.kafkalab.grader.tap.RequestNotes.Origin;
import dev.kafkalab.grader.tap.note.FetchNote;
import dev.kafkalab.grader.tap.note.ProduceNote;
import dev.kafkalab.grader.tap.note.ProducerIdNote;
import dev.kafkalab.grader.tap.note.TopicAskedNote;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.record.internal.BaseRecords;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.CreateTopicsRequest;
import org.apache.kafka.common.requests.FetchRequest;
import org.apache.kafka.common.requests.InitProducerIdRequest;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.ProduceRequest;
import org.jspecify.annotations.Nullable;

/** Notes what a client reads and writes, apart from what it does as a member of a group. */
final class RecordRequests {

  private final Notebook notebook;
  private final TopicNames names;

  RecordRequests(Notebook notebook, TopicNames names) {
    this.notebook = notebook;
    this.names = names;
  }

  /** Notes the request and returns true, if it is one of these. */
  boolean note(Origin origin, AbstractRequest request) {
    if (request instanceof ProduceRequest produce) {
      produce(origin, produce);
    } else if (request instanceof FetchRequest fetch) {
      fetch(origin, fetch);
    } else if (request instanceof MetadataRequest metadata) {
      topicsAsked(origin, metadata);
    } else if (request instanceof CreateTopicsRequest create) {
      create.data().topics().forEach(topic -> topicAsked(origin, topic.name()));
    } else if (request instanceof InitProducerIdRequest init) {
      String transactionalId = RequestNotes.brief(init.data().transactionalId());
      notebook.add(new ProducerIdNote(origin.nanoTime(), origin.clientId(), transactionalId));
    } else {
      return false;
    }
    return true;
  }

  /** A fetch session names only the partitions that changed: of the others the last one stays. */
  private void fetch(Origin origin, FetchRequest request) {
    for (var topic : request.data().topics()) {
      String name = RequestNotes.brief(names.nameOf(topic.topic(), topic.topicId()));
      for (var partition : topic.partitions()) {
        notebook.addPosition(
            new TopicPartition(name, partition.partition()), partition.fetchOffset());
      }
    }
    notebook.addFetch(new FetchNote(origin.nanoTime(), origin.clientId()));
  }

  private void produce(Origin origin, ProduceRequest request) {
    Set<TopicPartition> partitions = new HashSet<>();
    int records = 0;
    for (var topic : request.data().topicData()) {
      String name = RequestNotes.brief(names.nameOf(topic.name(), topic.topicId()));
      for (var partition : topic.partitionData()) {
        partitions.add(new TopicPartition(name, partition.index()));
        records += count(partition.records());
      }
    }
    notebook.add(
        new ProduceNote(origin.nanoTime(), origin.clientId(), request.acks(), partitions, records));
  }

  private static int count(@Nullable BaseRecords records) {
    int count = 0;
    if (records instanceof MemoryRecords batches) {
      try {
        for (RecordBatch batch : batches.batches()) {
          Integer inHeader = batch.countOrNull();
          count += inHeader == null ? 0 : inHeader;
        }
      } catch (RuntimeException e) {
        // A batch that is not one: the broker will say so, and what came before it counts.
        return count;
      }
    }
    return count;
  }

  private void topicsAsked(Origin origin, MetadataRequest request) {
    if (request.data().topics() == null) {
      return; // all topics: none by its name
    }
    for (var topic : request.data().topics()) {
      boolean isNamed = topic.topicId().equals(Uuid.ZERO_UUID);
      if (isNamed && topic.name() != null) {
        topicAsked(origin, topic.name());
      }
    }
  }

  private void topicAsked(Origin origin, String topic) {
    String name = RequestNotes.brief(topic);
    notebook.addTopicAsked(new TopicAskedNote(origin.nanoTime(), origin.clientId(), name));
  }
}
