package dev.kafkalab.grader.judging;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what whoever reads a report should know of the machine that it was made on. */
public final class Remarks {

  private static final String TOO_BUSY =
      "This machine was very busy, so fewer criteria were judged at a time and each was given longer.";

  private static final String STOOD_STILL =
      "This machine was suspended meanwhile, or the grader was stopped; what that hit was judged again.";

  private final Set<String> said = new LinkedHashSet<>();

  synchronized void machineIsTooBusy() {
    said.add(TOO_BUSY);
  }

  synchronized void machineStoodStill() {
    said.add(STOOD_STILL);
  }

  /** Returns them, a sentence each. */
  public synchronized List<String> all() {
    return new ArrayList<>(said);
  }
}
