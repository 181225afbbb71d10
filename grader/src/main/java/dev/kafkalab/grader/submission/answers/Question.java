package dev.kafkalab.grader.submission.answers;

/** The lab's questions, as ANSWERS.md numbers them. */
public enum Question {
  /** Which partition gets the key user_999. */
  PARTITION("5.1", "Partition"),
  /** How two members split three partitions. */
  SHARES("5.2", "Partitions of each member"),
  /** What is committed after the malformed record. */
  COMMITTED("5.3", "Committed offset"),
  /** Where a restarted consumer continues. */
  RESTART("5.4", "First offset read after the restart"),
  /** What could be lost if the commit came first. */
  COMMIT_FIRST("5.5", ""),
  /** What an event that is handled twice would do. */
  HANDLED_TWICE("5.6", "");

  private final String number;
  private final String label;

  Question(String number, String label) {
    this.number = number;
    this.label = label;
  }

  /** Returns its number, such as {@code 5.1}. */
  public String number() {
    return number;
  }

  /** Returns whether part of its answer can be compared with what Kafka does. */
  public boolean isMeasured() {
    return !label.isEmpty();
  }

  /** Returns the label of the measured part; empty if there is none. */
  String label() {
    return label;
  }
}
