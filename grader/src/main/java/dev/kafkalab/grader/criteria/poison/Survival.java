package dev.kafkalab.grader.criteria.poison;

import static dev.kafkalab.grader.feedback.Fact.fact;

import dev.kafkalab.grader.feedback.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The kinds of malformed and unusual records that a consumer survived.
 *
 * @param deadly those that it did not survive alone; none if only all of them together stopped it
 * @param kinds how many were tried
 */
record Survival(List<Poison> deadly, int kinds) {

  private static final int MOST_NAMED = 8;

  /** Copies the kinds, so that it never changes. */
  Survival {
    deadly = List.copyOf(deadly);
  }

  /** Names the first kind that it did not survive. */
  String first() {
    return deadly.isEmpty() ? "one of many" : deadly.get(0).kind();
  }

  /** Returns whether nothing but unusual valid events was too much for it. */
  boolean isOfValid() {
    return !deadly.isEmpty() && deadly.stream().allMatch(Poison::isValid);
  }

  /** Returns the facts, followed by these. */
  List<Fact> with(List<Fact> more) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        fact(
            "kinds survived",
            String.format(Locale.ROOT, "%d of %d", kinds - deadly.size(), kinds)));
    if (deadly.isEmpty()) {
      facts.add(fact("not survived", "all of them, one after the other"));
    } else if (deadly.size() < kinds) {
      facts.add(
          fact(
              "not survived",
              deadly.stream().map(Poison::kind).limit(MOST_NAMED).collect(Collectors.joining(", "))
                  + (deadly.size() > MOST_NAMED ? ", …" : "")));
    }
    facts.addAll(more);
    return facts;
  }
}
