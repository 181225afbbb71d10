package dev.kafkalab.grader.console;

import dev.kafkalab.grader.console.RecordReader.Read;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a whole topic for the messages of a user. All partitions are read: a producer that
 * is wrong about keys has put them anywhere.
 */
final class Search {

  /** The newest of so many are kept. */
  static final int MOST_KEPT = 500;

  private static final Duration MOST_TO_READ = Duration.ofSeconds(30);

  private final UserMatch match;
  private final PriorityQueue<ShownRecord> kept =
      new PriorityQueue<>(Comparator.comparingLong(ShownRecord::timestamp));
  private long found;
  private long lookedThrough;
  private volatile boolean isStopped;

  /** Prepares to look for a user's name, as a key or as the user of an event. */
  Search(String user) {
    this.match = new UserMatch(user);
  }

  /**
   * What was found.
   *
   * @param read the newest ones
   * @param found how many there are
   * @param lookedThrough how many records were read
   * @param complete whether all were read: not if it took too long, or another search began
   */
  record Found(Read read, long found, long lookedThrough, boolean complete) {}

  /** Looks through these stretches, which are the whole topic. */
  Found through(
      Consumer<byte[], byte @Nullable []> reader, String topic, Map<Integer, Span> spans) {
    boolean complete = new Pass(reader, topic, spans).run(MOST_TO_READ, this::add);
    Map<Integer, Long> from = new TreeMap<>();
    Map<Integer, Long> next = new TreeMap<>();
    spans.forEach(
        (partition, span) -> {
          from.put(partition, span.from());
          next.put(partition, span.to());
        });
    Read read = new Read(List.copyOf(kept), from, next, found - kept.size());
    return new Found(read, found, lookedThrough, complete);
  }

  /** Ends it soon, with what was found so far. Any thread may call it. */
  void stop() {
    isStopped = true;
  }

  private boolean add(ConsumerRecord<byte[], byte @Nullable []> read) {
    lookedThrough++;
    if (match.test(read)) {
      found++;
      keep(read);
    }
    return !isStopped;
  }

  private void keep(ConsumerRecord<byte[], byte @Nullable []> read) {
    ShownRecord oldest = kept.peek();
    if (kept.size() < MOST_KEPT || oldest == null) {
      kept.add(ShownRecord.of(read, ShownRecord.MOST_OF_VALUE));
    } else if (read.timestamp() >= oldest.timestamp()) {
      kept.poll();
      kept.add(ShownRecord.of(read, ShownRecord.MOST_OF_VALUE));
    }
  }
}
