package dev.kafkalab.grader.cli.classes.shared;

import dev.kafkalab.grader.handin.Handin;
import dev.kafkalab.grader.handin.IntakeListener;
import dev.kafkalab.grader.handin.platform.Shape;

/** Says nothing about the reading of a class, which takes a moment before hours of grading. */
public final class Unwatched implements IntakeListener {

  @Override
  public void recognized(Shape shape, int submissions) {
    // The gradings are what is shown.
  }

  @Override
  public void read(Handin handin) {
    // The gradings are what is shown.
  }
}
