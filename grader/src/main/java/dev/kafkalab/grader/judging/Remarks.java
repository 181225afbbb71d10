package dev.kafkalab.grader.judging;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what the reader of a report should know about the machine that made it. */
public final class Remarks {

  private static final String TOO_BUSY =
      "This machine was very busy, so fewer criteria were judged at a time, and each was given more time.";

  private static final String STOOD_STILL =
      "This machine was suspended, or the grader was paused; the criteria affected were judged again.";

  private final Set<String> said = new LinkedHashSet<>();

  synchronized void machineIsTooBusy() {
    said.add(TOO_BUSY);
  }

  synchronized void machineStoodStill() {
    said.add(STOOD_STILL);
  }

  /** Returns the remarks, each a sentence. */
  public synchronized List<String> all() {
    return new ArrayList<>(said);
  }
}
