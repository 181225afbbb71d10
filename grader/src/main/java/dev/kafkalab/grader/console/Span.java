package dev.kafkalab.grader.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A stretch of a partition.
 *
 * @param from its first offset
 * @param to the offset after its last one
 */
record Span(long from, long to) {

  /** A stretch that would end before it begins is empty. */
  Span {
    to = Math.max(from, to);
  }

  /** Returns how many offsets it has; as many records, unless some were compacted away. */
  long size() {
    return to - from;
  }

  /** Returns what of it is at this offset or behind it. */
  Span startingAt(long offset) {
    return new Span(Math.min(Math.max(from, offset), to), to);
  }

  /** Returns what of it is before this offset. */
  Span endingBefore(long offset) {
    return new Span(from, Math.min(to, offset));
  }

  private Span newest(long records) {
    return startingAt(to - records);
  }

  /** Returns how many offsets all of them have together. */
  static long size(Map<Integer, Span> spans) {
    return spans.values().stream().mapToLong(Span::size).sum();
  }

  /**
   * Returns the newest part of each, so that all parts together have at most this many offsets.
   * What a short one leaves goes to the others.
   */
  static Map<Integer, Span> newest(Map<Integer, Span> spans, long most) {
    List<Map.Entry<Integer, Span>> shortestFirst = new ArrayList<>(spans.entrySet());
    shortestFirst.sort(Comparator.comparingLong(entry -> entry.getValue().size()));
    Map<Integer, Span> newest = new TreeMap<>();
    long left = most;
    int others = shortestFirst.size();
    for (Map.Entry<Integer, Span> entry : shortestFirst) {
      Span part = entry.getValue().newest(left / others);
      newest.put(entry.getKey(), part);
      left -= part.size();
      others--;
    }
    return newest;
  }
}
