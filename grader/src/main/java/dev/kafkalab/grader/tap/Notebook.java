package dev.kafkalab.grader.tap;

import dev.kafkalab.grader.offsets.Offsets;
import dev.kafkalab.grader.tap.note.FetchNote;
import dev.kafkalab.grader.tap.note.HeartbeatNote;
import dev.kafkalab.grader.tap.note.TopicAskedNote;
import dev.kafkalab.grader.tap.note.WireNote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Keeps the notes of a tap in the order in which they were made, within bounds. */
final class Notebook {

  /**
   * How long the text of all notes may be together: about 150,000 commits of a lab. It stands for
   * the memory that they take, however the client chose their number and the names in them.
   */
  static final int CAPACITY = 32 << 20;

  /** More partitions than a lab has: who invents more of them is not followed. */
  private static final int MOST_POSITIONS = 1_000;

  private final List<WireNote> notes = new ArrayList<>();
  private final Set<List<String>> subjects = new HashSet<>();
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private @Nullable Trap trap;
  private int length;
  private long dropped;
  private long fetches;
  private long rewinds;
  private long heartbeats;
  private long rebalancesTold;

  /** Keeps the note; returns false when there is no room for it. */
  synchronized boolean add(WireNote note) {
    int added = note.toString().length();
    if (added > CAPACITY - length) {
      dropped++;
      return false;
    }
    length += added;
    notes.add(note);
    Trap set = trap;
    if (set != null && set.trigger.test(note)) {
      trap = null;
      set.action.run();
    }
    return true;
  }

  /** What is done once, when a note of this kind is made. */
  private record Trap(Predicate<WireNote> trigger, Runnable action) {}

  /**
   * Acts once, at the next note of this kind and before its request goes on; replaces what was set
   * before.
   */
  synchronized void actAt(Predicate<WireNote> trigger, Runnable action) {
    trap = new Trap(trigger, action);
  }

  synchronized void actNoMore() {
    trap = null;
  }

  /** Keeps the offset that was last asked for in a partition. */
  synchronized void addPosition(TopicPartition partition, long offset) {
    if (positions.size() < MOST_POSITIONS || positions.containsKey(partition)) {
      Long before = positions.put(partition, offset);
      if (before != null && offset < before) {
        rewinds++;
      }
    }
  }

  /** Returns how often a lower offset of a partition was asked for than before. */
  synchronized long rewinds() {
    return rewinds;
  }

  synchronized Offsets positions() {
    return new Offsets(positions);
  }

  synchronized void addFetch(FetchNote note) {
    fetches++;
    addFirst(note, "fetch", note.clientId());
  }

  synchronized void addHeartbeat(HeartbeatNote note) {
    heartbeats++;
    addFirst(note, "heartbeat", note.groupId(), note.memberId());
  }

  synchronized void addTopicAsked(TopicAskedNote note) {
    addFirst(note, "topic", note.topic());
  }

  private void addFirst(WireNote note, String... subject) {
    if (!subjects.contains(List.of(subject)) && add(note)) {
      subjects.add(List.of(subject));
    }
  }

  synchronized List<WireNote> notes() {
    return List.copyOf(notes);
  }

  synchronized long dropped() {
    return dropped;
  }

  synchronized long fetches() {
    return fetches;
  }

  synchronized long heartbeats() {
    return heartbeats;
  }

  synchronized void addRebalanceTold() {
    rebalancesTold++;
  }

  synchronized long rebalancesTold() {
    return rebalancesTold;
  }
}
