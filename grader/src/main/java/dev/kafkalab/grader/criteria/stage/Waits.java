package dev.kafkalab.grader.criteria.stage;

import java.util.Map;
import java.util.TreeMap;

/** Knows which criteria are running and what each of them waits for, to be shown meanwhile. */
public final class Waits {

  private final Map<String, String> byCriterion = new TreeMap<>();

  synchronized void begin(String criterion) {
    byCriterion.put(criterion, "");
  }

  synchronized void note(String criterion, String what) {
    byCriterion.put(criterion, what);
  }

  synchronized void end(String criterion) {
    byCriterion.remove(criterion);
  }

  /**
   * Returns what each running criterion waits for, by its id; empty if it waits for nothing yet.
   */
  public synchronized Map<String, String> now() {
    return new TreeMap<>(byCriterion);
  }
}
