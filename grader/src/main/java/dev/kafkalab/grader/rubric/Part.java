package dev.kafkalab.grader.rubric;

/** The parts of a solution: a criterion sees only changes of those that it runs. */
public enum Part {
  TOPIC,
  PRODUCER,
  CONSUMER,
  DEAD_LETTERS,
  PROGRAM,
  ACTIVITY,
  ANSWERS
}
