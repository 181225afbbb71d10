package dev.kafkalab.grader.zoo;

import java.util.Locale;

/** What a known submission has to prove. */
public enum Proof {
  /** That a fault is found and costs exactly the points that it should. */
  BAD,
  /** That a right solution passes, however unlike the reference it is. */
  GOOD,
  /** That nothing in a student's code can keep the grader from its verdicts. */
  HOSTILE;

  /** Returns the name of the folder that these are in. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
