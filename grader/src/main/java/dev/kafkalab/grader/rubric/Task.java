package dev.kafkalab.grader.rubric;

/** A part of the lab, as its README numbers them. */
public enum Task {
  TOPIC(1, "The topic"),
  PRODUCER(2, "The producer"),
  CONSUMER(3, "The consumer"),
  GROUP(4, "The consumer group"),
  ANSWERS(5, "The questions"),
  CHALLENGES(6, "The challenges");

  private final int number;
  private final String title;

  Task(int number, String title) {
    this.number = number;
    this.title = title;
  }

  /** Returns the task's number in the lab. */
  public int number() {
    return number;
  }

  /** Returns whether its points are bonus points. */
  public boolean isBonus() {
    return this == CHALLENGES;
  }

  /** Returns what the task is about. */
  public String title() {
    return title;
  }
}
