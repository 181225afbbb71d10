package dev.kafkalab.grader.offsets;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * An offset for each of some partitions.
 *
 * @param byPartition the offsets; a partition that is not in it has none
 */
public record Offsets(Map<TopicPartition, Long> byPartition) {

  /** No partition has an offset. */
  public static final Offsets NONE = new Offsets(Map.of());

  /** Copies the map, so that offsets never change. */
  public Offsets {
    byPartition = Map.copyOf(byPartition);
  }

  /** Returns the offset of one partition. */
  public static Offsets at(TopicPartition partition, long offset) {
    return new Offsets(Map.of(partition, offset));
  }

  /** Returns whether no partition has an offset. */
  public boolean isEmpty() {
    return byPartition.isEmpty();
  }

  /** Returns a partition's offset, or this one if it has none. */
  public long of(TopicPartition partition, long otherwise) {
    return byPartition.getOrDefault(partition, otherwise);
  }

  /** Returns whether every one of these partitions has an offset. */
  public boolean hasAll(Collection<TopicPartition> partitions) {
    return byPartition.keySet().containsAll(partitions);
  }

  /** Returns whether every one of these partitions has the very same offset here. */
  public boolean hasAll(Offsets others) {
    return byPartition.entrySet().containsAll(others.byPartition.entrySet());
  }

  /** Returns whether each of these ends is reached; a partition without an offset is at 0. */
  public boolean reach(Offsets ends) {
    return ends.byPartition.entrySet().stream()
        .allMatch(end -> of(end.getKey(), 0L) >= end.getValue());
  }

  /** Returns whether an offset of one of these partitions is higher than the one given here. */
  public boolean goBeyond(Offsets reached) {
    return byPartition.entrySet().stream()
        .anyMatch(offset -> offset.getValue() > reached.of(offset.getKey(), Long.MAX_VALUE));
  }

  /** Returns the offsets of these partitions only. */
  public Offsets only(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> some = new HashMap<>(byPartition);
    some.keySet().retainAll(partitions);
    return new Offsets(some);
  }

  /** Returns these offsets, replaced by later ones where there are some. */
  public Offsets then(Offsets later) {
    Map<TopicPartition, Long> all = new HashMap<>(byPartition);
    all.putAll(later.byPartition);
    return new Offsets(all);
  }

  /** Returns the sum: how many records are before these offsets. */
  public long sum() {
    return byPartition.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the offsets by the number of the partition, for a report on one topic. */
  public SortedMap<Integer, Long> byNumber() {
    SortedMap<Integer, Long> byNumber = new TreeMap<>();
    byPartition.forEach((partition, offset) -> byNumber.put(partition.partition(), offset));
    return byNumber;
  }
}
