package dev.kafkalab.grader.handin.platform;

import java.util.List;

/**
 * The submissions of a class, before any of them is read.
 *
 * @param arrivals in the order of their labels
 * @param aside names of files and folders that are nobody's
 */
public record Delivery(Shape shape, List<Arrival> arrivals, List<String> aside) {

  /** Copies the lists, so that a delivery never changes. */
  public Delivery {
    arrivals = List.copyOf(arrivals);
    aside = List.copyOf(aside);
  }
}
