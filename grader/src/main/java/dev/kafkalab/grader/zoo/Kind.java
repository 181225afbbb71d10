package dev.kafkalab.grader.zoo;

import java.util.Locale;

/** What a known submission is to prove. */
public enum Kind {
  /** That a fault is found, and costs what it should and nothing else. */
  BAD,
  /** That what is right is not refused, however unlike the reference it is. */
  GOOD,
  /** That nothing a student's code does keeps the grader from its verdicts. */
  HOSTILE;

  /** Returns the name of the folder that these are in. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
