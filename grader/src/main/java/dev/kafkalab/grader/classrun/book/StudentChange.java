package dev.kafkalab.grader.classrun.book;

import dev.kafkalab.grader.rubric.OutcomeKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is different for one student in another run, and why.
 *
 * @param before what counted; null if nothing did
 * @param after what counts
 * @param reasons what else is different; empty where nothing is, and the grader has judged the same
 *     twice in two ways
 * @param criteria those that ended otherwise
 */
public record StudentChange(
    Student who,
    State stateBefore,
    State stateAfter,
    @Nullable BigDecimal before,
    @Nullable BigDecimal after,
    Set<Reason> reasons,
    List<OfCriterion> criteria) {

  /** Copies the collections, so that a change never changes. */
  public StudentChange {
    reasons = Set.copyOf(reasons);
    criteria = List.copyOf(criteria);
  }

  /** Why something is different. */
  public enum Reason {
    /** Other files were handed in. */
    SUBMISSION("another submission"),
    /** The grader has another revision. */
    GRADER("another grader"),
    /** Its events were drawn from another seed. */
    SEED("another seed"),
    /** Other criteria, another broker or another isolation. */
    SETTINGS("other settings"),
    /** Points were given by hand. */
    BY_HAND("points by hand"),
    /** Another deadline or another policy applies. */
    LATENESS("lateness"),
    /** The student is in one of the runs only, or has a result in one only. */
    PRESENCE("a result in one run only");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** Returns it in words. */
    public String words() {
      return words;
    }
  }

  /**
   * A criterion that ended otherwise; null is what was not judged.
   *
   * @param message what failed now; empty if nothing did
   */
  public record OfCriterion(
      String id,
      @Nullable OutcomeKind outcomeBefore,
      @Nullable OutcomeKind outcomeAfter,
      @Nullable BigDecimal pointsBefore,
      @Nullable BigDecimal pointsAfter,
      String message) {}

  /** Returns whether nothing explains it. */
  public boolean isUnexplained() {
    return reasons.isEmpty();
  }
}
