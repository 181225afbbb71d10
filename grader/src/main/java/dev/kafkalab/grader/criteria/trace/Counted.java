package dev.kafkalab.grader.criteria.trace;

/** Writes a number of events in words for reports. */
public final class Counted {

  private Counted() {}

  /** Returns {@code 1 event} or {@code 2 events}. */
  public static String events(long count) {
    return count == 1 ? "1 event" : count + " events";
  }

  /** Returns {@code 1 event was} or {@code 2 events were}. */
  public static String eventsWere(long count) {
    return events(count) + (count == 1 ? " was" : " were");
  }
}
