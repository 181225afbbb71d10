package dev.kafkalab.grader.classrun.book;

import java.math.BigDecimal;

/**
 * Points that somebody gave by hand: a line of {@code overrides.csv}.
 *
 * @param id the student's
 * @param criterion the id of a criterion, or {@value #ALL} for what counts at the end
 * @param points instead of the grader's
 * @param by who decided it
 * @param at when, as it is written
 */
public record PointsByHand(
    String id, String criterion, BigDecimal points, String reason, String by, String at) {

  /** Replaces what counts, the penalty for lateness included. */
  public static final String ALL = "*";

  /** Returns whether it replaces what counts, and not one criterion's points. */
  public boolean isOfAll() {
    return criterion.equals(ALL);
  }
}
