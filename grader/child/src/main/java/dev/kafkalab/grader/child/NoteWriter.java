package dev.kafkalab.grader.child;

import dev.kafkalab.grader.wire.Bounds;
import dev.kafkalab.grader.wire.ClientKind;
import dev.kafkalab.grader.wire.CommonSettings;
import dev.kafkalab.grader.wire.Note;
import dev.kafkalab.grader.wire.Note.Batch;
import dev.kafkalab.grader.wire.Note.ClientCalled;
import dev.kafkalab.grader.wire.Note.ClientMade;
import dev.kafkalab.grader.wire.Note.Committed;
import dev.kafkalab.grader.wire.Note.Offset;
import dev.kafkalab.grader.wire.Note.Polled;
import dev.kafkalab.grader.wire.Note.RecordSent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.AbstractConfig;
import org.jspecify.annotations.Nullable;

/** Writes one line for each call of a client that the student's code makes, up to a bound. */
final class NoteWriter {

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

  /** So many polls are noted with their line, and of the others one in so many. */
  private static final int MOST_POLLS = 16;

  private final GraderPipe pipe;
  private final AtomicInteger left = new AtomicInteger(Bounds.MOST_NOTES);
  private final Set<String> pollingLines = ConcurrentHashMap.newKeySet();
  private final AtomicInteger pollsSoFar = new AtomicInteger();

  NoteWriter(GraderPipe pipe) {
    this.pipe = pipe;
  }

  void made(Object client, AbstractConfig config) {
    Caller caller = caller();
    if (caller == null) {
      return;
    }
    Map<String, String> settings = new HashMap<>();
    Map<String, ?> values = config.values();
    List<String> names = new ArrayList<>(CommonSettings.NAMES);
    names.addAll(isConsumer(client) ? CONSUMER_SETTINGS : PRODUCER_SETTINGS);
    for (String name : names) {
      Object value = values.get(name);
      if (value != null) {
        settings.put(name, text(value));
      }
    }
    String unknown = unknown(config);
    if (!unknown.isEmpty()) {
      settings.put(CommonSettings.UNKNOWN, unknown);
    }
    send(new ClientMade(kind(client), number(client), caller.at(), settings));
  }

  /** Kafka only logs a warning about these. */
  private static String unknown(AbstractConfig config) {
    Set<String> names = new TreeSet<>(config.originals().keySet());
    names.removeAll(ProducerConfig.configNames());
    names.removeAll(ConsumerConfig.configNames());
    return cut(String.join(",", names));
  }

  void called(Object client, String method, @Nullable Object argument) {
    boolean polls = method.equals("poll");
    if (polls && isLikelyKnown(pollsSoFar.getAndIncrement())) {
      return;
    }
    Caller caller = caller();
    if (caller == null || (polls && !pollingLines.add(caller.inShort()))) {
      return;
    }
    int number = number(client);
    if (method.startsWith("commit")) {
      send(new Committed(number, caller.at(), method, offsets(argument)));
    } else if (argument instanceof ProducerRecord<?, ?> record) {
      String topic = cut(record.topic());
      boolean hasKey = record.key() != null;
      send(new RecordSent(number, caller.at(), topic, record.partition(), hasKey));
    } else {
      send(new ClientCalled(kind(client), number, caller.at(), method));
    }
  }

  /** A loop polls at the same line for ever, and each look at the stack takes a while. */
  private static boolean isLikelyKnown(int poll) {
    return poll >= MOST_POLLS && poll % MOST_POLLS != 0;
  }

  void polled(Object client, ConsumerRecords<?, ?> records) {
    if (records.isEmpty()) {
      return;
    }
    Caller caller = caller();
    if (caller == null) {
      return;
    }
    List<Batch> batches =
        records.partitions().stream()
            .limit(Bounds.MOST_PARTITIONS)
            .map(partition -> batch(records.records(partition)))
            .toList();
    send(new Polled(number(client), caller.at(), batches));
  }

  private static @Nullable List<Offset> offsets(@Nullable Object argument) {
    if (!(argument instanceof Map<?, ?> offsets)) {
      return null;
    }
    return offsets.entrySet().stream()
        .limit(Bounds.MOST_PARTITIONS)
        .map(each -> offset((TopicPartition) each.getKey(), (OffsetAndMetadata) each.getValue()))
        .toList();
  }

  private static Offset offset(TopicPartition partition, OffsetAndMetadata next) {
    return new Offset(partition.topic(), partition.partition(), next.offset());
  }

  private static Batch batch(List<? extends ConsumerRecord<?, ?>> records) {
    ConsumerRecord<?, ?> first = records.get(0);
    ConsumerRecord<?, ?> last = records.get(records.size() - 1);
    return new Batch(
        first.topic(), first.partition(), first.offset(), last.offset(), records.size());
  }

  private @Nullable Caller caller() {
    return left.get() <= 0 ? null : Caller.find();
  }

  private void send(Note note) {
    if (left.getAndDecrement() > 0) {
      pipe.send(note);
    }
  }

  private static int number(Object client) {
    return System.identityHashCode(client);
  }

  private static ClientKind kind(Object client) {
    return isConsumer(client) ? ClientKind.CONSUMER : ClientKind.PRODUCER;
  }

  private static boolean isConsumer(Object client) {
    return client instanceof Consumer;
  }

  private static String text(Object value) {
    if (value instanceof List<?> list) {
      return cut(list.stream().map(NoteWriter::text).collect(Collectors.joining(",")));
    }
    return cut(value instanceof Class<?> type ? type.getName() : String.valueOf(value));
  }

  private static String cut(String text) {
    return text.length() > Bounds.LONGEST_NOTED_TEXT
        ? text.substring(0, Bounds.LONGEST_NOTED_TEXT)
        : text;
  }
}
