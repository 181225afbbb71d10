package dev.kafkalab.grader.child;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.AbstractConfig;
import org.jspecify.annotations.Nullable;

/** Writes one line for each call of a client that the student's code makes, up to a bound. */
final class NoteWriter {

  private static final int MOST = 4_000;
  private static final int MOST_PARTITIONS = 64;
  private static final int LONGEST_TEXT = 300;

  private static final List<String> CONSUMER_SETTINGS =
      List.of(
          "group.id",
          "enable.auto.commit",
          "auto.commit.interval.ms",
          "auto.offset.reset",
          "group.protocol",
          "client.id",
          "max.poll.records",
          "session.timeout.ms",
          "heartbeat.interval.ms",
          "isolation.level",
          "partition.assignment.strategy",
          "group.instance.id");

  private static final List<String> PRODUCER_SETTINGS =
      List.of(
          "acks",
          "enable.idempotence",
          "retries",
          "max.in.flight.requests.per.connection",
          "linger.ms",
          "batch.size",
          "delivery.timeout.ms",
          "client.id",
          "compression.type",
          "transactional.id");

  private final Wire wire;
  private final AtomicInteger left = new AtomicInteger(MOST);
  private final Set<String> pollingLines = ConcurrentHashMap.newKeySet();

  NoteWriter(Wire wire) {
    this.wire = wire;
  }

  void made(Object client, AbstractConfig config) {
    Caller caller = caller();
    if (caller == null) {
      return;
    }
    ObjectNode message = message("made", client, caller);
    ObjectNode settings = message.putObject("settings");
    Map<String, ?> values = config.values();
    for (String name : isConsumer(client) ? CONSUMER_SETTINGS : PRODUCER_SETTINGS) {
      Object value = values.get(name);
      if (value != null) {
        settings.put(name, text(value));
      }
    }
    send(message);
  }

  void called(Object client, String method, @Nullable Object argument) {
    Caller caller = caller();
    if (caller == null || (method.equals("poll") && !pollingLines.add(lineOf(caller)))) {
      return;
    }
    ObjectNode message = message(method, client, caller);
    if (method.startsWith("commit") && argument instanceof Map<?, ?> offsets) {
      writeOffsets(offsets, message.putArray("offsets"));
    }
    if (argument instanceof ProducerRecord<?, ?> record) {
      message.put("topic", cut(record.topic()));
      message.put("partition", record.partition());
      message.put("hasKey", record.key() != null);
    }
    send(message);
  }

  void polled(Object client, ConsumerRecords<?, ?> records) {
    if (records.isEmpty()) {
      return;
    }
    Caller caller = caller();
    if (caller == null) {
      return;
    }
    ObjectNode message = message("poll", client, caller);
    ArrayNode batches = message.putArray("batches");
    records.partitions().stream()
        .limit(MOST_PARTITIONS)
        .forEach(partition -> writeBatch(records.records(partition), batches.addObject()));
    send(message);
  }

  private static void writeOffsets(Map<?, ?> offsets, ArrayNode out) {
    offsets.entrySet().stream()
        .limit(MOST_PARTITIONS)
        .forEach(
            entry -> {
              TopicPartition partition = (TopicPartition) entry.getKey();
              out.addObject()
                  .put("topic", partition.topic())
                  .put("partition", partition.partition())
                  .put("offset", ((OffsetAndMetadata) entry.getValue()).offset());
            });
  }

  private static void writeBatch(List<? extends ConsumerRecord<?, ?>> records, ObjectNode out) {
    ConsumerRecord<?, ?> first = records.get(0);
    out.put("topic", first.topic())
        .put("partition", first.partition())
        .put("first", first.offset())
        .put("last", records.get(records.size() - 1).offset())
        .put("count", records.size());
  }

  private @Nullable Caller caller() {
    return left.get() <= 0 ? null : Caller.find();
  }

  private ObjectNode message(String call, Object client, Caller caller) {
    ObjectNode message = wire.message("client").put("call", call);
    message.put("of", isConsumer(client) ? "consumer" : "producer");
    message.put("client", System.identityHashCode(client));
    if (caller.file() != null) {
      ObjectNode frame = message.putArray("frames").addObject();
      frame.put("file", caller.file()).put("line", caller.line());
    }
    return message;
  }

  private void send(ObjectNode message) {
    if (left.getAndDecrement() > 0) {
      wire.send(message);
    }
  }

  private static boolean isConsumer(Object client) {
    return client instanceof Consumer;
  }

  private static String lineOf(Caller caller) {
    return caller.type() + ":" + caller.line();
  }

  private static String text(Object value) {
    if (value instanceof List<?> list) {
      return cut(list.stream().map(NoteWriter::text).collect(Collectors.joining(",")));
    }
    return cut(value instanceof Class<?> type ? type.getName() : String.valueOf(value));
  }

  private static String cut(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }
}
